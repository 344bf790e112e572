package io.watchfloor.runbook.reading;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Item;
import io.watchfloor.runbook.document.Block.Items;
import io.watchfloor.runbook.document.CodeKind;

/**
 * Commands directly below an item that is work belong to it, also where the author did
 * not indent them: to Markdown the list is over then, to its readers it is not.
 */
final class LooseFences {

	private LooseFences() {
	}

	/** The same blocks, with such commands in the item above them. */
	static List<Block> taken(List<Block> written) {
		List<Block> blocks = new ArrayList<>();
		for (int i = 0; i < written.size(); i++) {
			List<Block> below = new ArrayList<>();
			while (leads(written.get(i)) && i + below.size() + 1 < written.size()
					&& written.get(i + below.size() + 1) instanceof Code code
					&& (isCommands(code) || !below.isEmpty())) {
				below.add(code);
			}
			blocks.add((written.get(i) instanceof Items list && !below.isEmpty()) ? with(list, below) : written.get(i));
			i += below.size();
		}
		return blocks;
	}

	private static boolean leads(Block block) {
		return block instanceof Items list && list.items().getLast().inside().isEmpty() && (list.ordered()
				|| list.items().getLast().checkbox() || list.items().getLast().text().strip().endsWith(":"));
	}

	private static boolean isCommands(Code code) {
		return switch (CodeKind.of(code)) {
			case SHELL, SESSION, QUERY -> true;
			case TEXT, DATA -> false;
		};
	}

	private static Items with(Items list, List<Block> below) {
		int last = below.getLast().lines().last();
		List<Item> items = new ArrayList<>(list.items());
		Item item = items.removeLast();
		items.add(new Item(item.text(), item.own(), List.copyOf(below), item.checkbox(),
				new LineRange(item.lines().first(), last)));
		return new Items(list.ordered(), items, new LineRange(list.lines().first(), last));
	}

}
