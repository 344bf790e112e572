package io.watchfloor.catalog.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Parses YAML into data only: no types, no merge keys, bounded size, depth and expansion.
 * Every refusal has a position.
 */
final class YamlText {

	/** Generous for settings that people write: the shipped ones have 8 KiB. */
	static final int LARGEST = 256 * 1024;

	private static final int DEEPEST = 100;

	private YamlText() {
	}

	static YamlDocument parse(String file, byte[] bytes) throws Refused {
		if (bytes.length > LARGEST) {
			throw new Refused(Position.WHOLE_FILE, "the file has " + bytes.length + " bytes",
					"at most " + LARGEST + " bytes");
		}
		String text = decode(bytes);
		Node root = compose(text);
		if (root == null) {
			throw new Refused(new Position(1, 1), "the file is empty", "a system with name, owner and environments");
		}
		return new YamlNodes(file).document(root);
	}

	private static String decode(byte[] bytes) throws Refused {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
		CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
		String text = characters.flip().toString();
		if (result.isError()) {
			throw new Refused(end(text), "the bytes here are not UTF-8", "the file saved as UTF-8");
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	static @Nullable Node compose(String text) throws Refused {
		try {
			LoaderOptions options = options();
			ParserImpl parser = new ParserImpl(new StreamReader(text), options);
			return new Composer(parser, new CoreSchema(), options).getSingleNode();
		}
		catch (MarkedYAMLException trouble) {
			throw YamlTrouble.explain(trouble, text);
		}
		catch (ReaderException trouble) {
			int code = trouble.getCodePoint();
			throw new Refused(end(text.substring(0, text.offsetByCodePoints(0, trouble.getPosition()))),
					"the character U+%04X is not allowed in YAML".formatted(code), "printable characters");
		}
		catch (YAMLException trouble) {
			throw new Refused(Position.WHOLE_FILE, String.valueOf(trouble.getMessage()),
					"at most " + DEEPEST + " levels of nesting");
		}
	}

	/** Types and expansion are refused by {@link YamlNodes}, which knows the position. */
	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(LARGEST);
		options.setNestingDepthLimit(DEEPEST);
		options.setMaxAliasesForCollections(Integer.MAX_VALUE);
		options.setAllowRecursiveKeys(false);
		options.setTagInspector((tag) -> true);
		return options;
	}

	private static Position end(String text) {
		String[] lines = text.split("\r\n|\r|\n", -1);
		String last = lines[lines.length - 1];
		return new Position(lines.length, last.codePointCount(0, last.length()) + 1);
	}

}
