package io.watchfloor.catalog.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.catalog.SystemFiles.Change;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes one entry of a list in the text of a YAML file; every other character stays.
 * Where it goes wrong, the caller sees it: it compares what the new text says.
 */
final class YamlEdit {

	private final String text;

	private final String lineEnd;

	YamlEdit(String text) {
		this.text = text;
		this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
	}

	/** The new text. */
	String apply(Change change) throws Refused {
		Node root = YamlText.compose(this.text);
		if (!(root instanceof MappingNode system)) {
			throw refused("the file is no map of settings");
		}
		NodeTuple list = tuple(system, change.list());
		if (list == null) {
			String end = this.text.isEmpty() || this.text.endsWith("\n") ? "" : this.lineEnd;
			return this.text + end + this.lineEnd + change.list() + ":" + item(2, change) + this.lineEnd;
		}
		if (list.getValueNode() instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
			return change.fresh() ? add(sequence, change) : set(sequence, change);
		}
		return begin(list, change);
	}

	/** A list that is empty or null. */
	private String begin(NodeTuple list, Change change) {
		Node value = list.getValueNode();
		int from = index(value.getStartMark());
		int to = index(value.getEndMark());
		if (from == to) {
			int end = index(list.getKeyNode().getEndMark());
			from = this.text.indexOf(':', end) + 1;
			to = from;
		}
		int before = from;
		while (before > 0 && this.text.charAt(before - 1) == ' ') {
			before--;
		}
		return splice(before, to, item(2, change));
	}

	private String item(int indent, Change change) {
		return this.lineEnd + " ".repeat(indent) + "- " + YamlScalar.flow(change.fields());
	}

	private String add(SequenceNode sequence, Change change) throws Refused {
		List<Node> items = sequence.getValue();
		Integer index = change.index();
		int at = (index == null) ? items.size() : index;
		if (sequence.getFlowStyle() == FlowStyle.FLOW) {
			String item = YamlScalar.flow(change.fields());
			return (at < items.size()) ? splice(index(items.get(at).getStartMark()), item + ", ")
					: splice(last(items.getLast()), ", " + item);
		}
		int indent = sequence.getStartMark().getColumn();
		boolean flow = items.getFirst() instanceof MappingNode first && first.getFlowStyle() == FlowStyle.FLOW;
		String item = " ".repeat(indent) + "- " + (flow ? YamlScalar.flow(change.fields())
				: YamlScalar.block(change.fields(), indent + 2, this.lineEnd));
		if (at == 0) {
			int start = index(sequence.getStartMark()) - indent;
			return splice(start, item + this.lineEnd);
		}
		return splice(lineEnd(last(items.get(at - 1))), this.lineEnd + item);
	}

	private String set(SequenceNode sequence, Change change) throws Refused {
		Integer index = change.index();
		if (index == null || index >= sequence.getValue().size()
				|| !(sequence.getValue().get(index) instanceof MappingNode entry)) {
			throw refused("the entry that is to be changed is not there");
		}
		Map<String, Object> missing = new LinkedHashMap<>();
		String changed = this.text;
		for (Map.Entry<String, Object> field : change.fields().entrySet()) {
			NodeTuple present = tuple(entry, field.getKey());
			if (present == null) {
				missing.put(field.getKey(), field.getValue());
			}
		}
		if (!missing.isEmpty()) {
			changed = append(entry, missing);
		}
		for (NodeTuple present : entry.getValue().reversed()) {
			String key = ((ScalarNode) present.getKeyNode()).getValue();
			Object value = change.fields().get(key);
			if (value != null) {
				changed = replace(changed, present.getValueNode(), value);
			}
		}
		return changed;
	}

	/** Behind what is there, so that places further up stay where they are. */
	private String append(MappingNode entry, Map<String, Object> fields) {
		if (entry.getFlowStyle() == FlowStyle.FLOW) {
			String flow = YamlScalar.flow(fields);
			return splice(last(entry.getValue().getLast().getValueNode()), ", " + flow.substring(2, flow.length() - 2));
		}
		int indent = entry.getStartMark().getColumn();
		return splice(lineEnd(last(entry.getValue().getLast().getValueNode())),
				this.lineEnd + " ".repeat(indent) + YamlScalar.block(fields, indent, this.lineEnd));
	}

	private String replace(String changed, Node node, Object value) throws Refused {
		if (!(node instanceof ScalarNode scalar) || scalar.getScalarStyle() == ScalarStyle.LITERAL
				|| scalar.getScalarStyle() == ScalarStyle.FOLDED) {
			throw refused("the value stands in the file in a form that is not changed by itself");
		}
		int from = index(node.getStartMark());
		int to = index(node.getEndMark());
		String space = (from == to && from > 0 && changed.charAt(from - 1) == ':') ? " " : "";
		return changed.substring(0, from) + space + YamlScalar.of(value) + changed.substring(to);
	}

	private static @Nullable NodeTuple tuple(MappingNode map, String key) {
		return map.getValue()
			.stream()
			.filter((tuple) -> tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Where the last character of a node is; a block's own end lies behind the comments
	 * after it.
	 */
	private int last(Node node) {
		return switch (node) {
			case MappingNode map when map.getFlowStyle() != FlowStyle.FLOW && !map.getValue().isEmpty() ->
				last(map.getValue().getLast().getValueNode());
			case SequenceNode list when list.getFlowStyle() != FlowStyle.FLOW && !list.getValue().isEmpty() ->
				last(list.getValue().getLast());
			case Node other -> index(other.getEndMark());
		};
	}

	/** A text of several lines ends at the start of the next line. */
	private int lineEnd(int at) {
		if (at > 0 && this.text.charAt(at - 1) == '\n') {
			return at - this.lineEnd.length();
		}
		int end = this.text.indexOf('\n', at);
		int line = (end < 0) ? this.text.length() : end;
		return (line > 0 && this.text.charAt(line - 1) == '\r') ? line - 1 : line;
	}

	private int index(Mark mark) {
		return this.text.offsetByCodePoints(0, mark.getIndex());
	}

	private String splice(int at, String insert) {
		return splice(at, at, insert);
	}

	private String splice(int from, int to, String insert) {
		return this.text.substring(0, from) + insert + this.text.substring(to);
	}

	private static Refused refused(String message) {
		return new Refused(Position.WHOLE_FILE, message, "the change made by hand");
	}

}
