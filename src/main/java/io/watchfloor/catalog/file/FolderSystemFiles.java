package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.SystemFiles;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes files in the folder that the catalog is read from. */
@Component
class FolderSystemFiles implements SystemFiles {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final List<String> LISTS = List.of("contacts", "severities", "thresholds", "schedules", "recovery");

	private final CatalogProperties properties;

	private final FolderCatalog catalog;

	private final Clock clock;

	private final ReentrantLock writing = new ReentrantLock();

	FolderSystemFiles(CatalogProperties properties, FolderCatalog catalog, Clock clock) {
		this.properties = properties;
		this.catalog = catalog;
		this.clock = clock;
	}

	@Override
	public Content read(SystemId system) {
		byte[] bytes = bytes(system);
		try {
			JsonNode root = YamlText.parse(name(system), bytes).root();
			Map<String, List<Map<String, String>>> entries = new HashMap<>();
			LISTS.forEach((list) -> entries.put(list, entries(root.path(list))));
			return new Content(hash(bytes), entries);
		}
		catch (Refused refused) {
			throw explain(system, refused);
		}
	}

	private static List<Map<String, String>> entries(JsonNode list) {
		List<Map<String, String>> entries = new ArrayList<>();
		for (JsonNode entry : list) {
			Map<String, String> texts = new LinkedHashMap<>();
			entry.propertyStream()
				.filter((field) -> !field.getValue().isNull())
				.forEach((field) -> texts.put(field.getKey(), field.getValue().asString("")));
			entries.add(texts);
		}
		return entries;
	}

	@Override
	public void change(SystemId system, String version, Change change) {
		this.writing.lock();
		try (SafeWrite write = new SafeWrite()) {
			byte[] before = bytes(system);
			if (!hash(before).equals(version)) {
				throw new Problem(Category.STALE, name(system)
						+ " was changed by somebody else meanwhile. Nothing was written. Look at the proposal again.");
			}
			byte[] after = changed(system, before, change);
			Path file = place(system);
			write.replace(
					file.resolveSibling(".versions")
						.resolve(MOMENT.format(this.clock.instant()) + "-" + version.substring(0, 12) + ".yaml"),
					before);
			write.replace(file, after);
			write.complete();
		}
		catch (Refused refused) {
			throw explain(system, refused);
		}
		catch (IOException unwritable) {
			throw new Problem(Category.TARGET_SAID_NO,
					name(system) + " cannot be written (" + unwritable.getMessage() + "). Nothing was changed. Make "
							+ this.properties.folderPath() + " writable for the user that runs Watchfloor.",
					unwritable);
		}
		finally {
			this.writing.unlock();
		}
		this.catalog.refresh();
	}

	/** Says what it should, and can be loaded: else nothing is written. */
	private byte[] changed(SystemId system, byte[] before, Change change) throws Refused {
		String text = new String(before, StandardCharsets.UTF_8);
		String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
		byte[] after = (mark + new YamlEdit(text.substring(mark.length())).apply(change))
			.getBytes(StandardCharsets.UTF_8);
		JsonNode wanted = wanted(YamlText.parse(name(system), before).root(), change);
		if (!wanted.equals(YamlText.parse(name(system), after).root())) {
			throw new Refused(Position.WHOLE_FILE, "the file is written in a way that this cannot be put into",
					"the change made by hand: " + change.list() + ": - " + YamlScalar.flow(change.fields()));
		}
		List<CatalogError> errors = this.catalog.check(system, after);
		if (!errors.isEmpty()) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"The file would not be right afterwards: " + errors.getFirst().place() + " "
							+ errors.getFirst().message() + "; expected " + errors.getFirst().expected()
							+ ". Nothing was written.");
		}
		return after;
	}

	private static JsonNode wanted(JsonNode root, Change change) {
		ObjectNode system = (ObjectNode) root.deepCopy();
		ArrayNode list = system.path(change.list()) instanceof ArrayNode known ? known : system.putArray(change.list());
		Integer index = change.index();
		ObjectNode entry = (!change.fresh() && index != null) ? (ObjectNode) list.get(index)
				: (index == null) ? list.addObject() : list.insertObject(index);
		change.fields().forEach((key, value) -> {
			if (value instanceof Integer number) {
				entry.put(key, java.math.BigInteger.valueOf(number));
			}
			else {
				entry.put(key, value.toString());
			}
		});
		return system;
	}

	private byte[] bytes(SystemId system) {
		try {
			return Files.readAllBytes(place(system));
		}
		catch (IOException unreadable) {
			throw new Problem(Category.NOT_FOUND,
					name(system) + " cannot be read (" + unreadable.getMessage() + "). Look whether it is there.",
					unreadable);
		}
	}

	private Path place(SystemId system) {
		Path file = this.properties.folderPath().resolve(name(system));
		if (Files.exists(file) && !Enclosure.of(this.properties.folderPath()).holds(file)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					name(system) + " is a link that leads out of the catalog's folder. Change the file itself.");
		}
		return file;
	}

	private static Problem explain(SystemId system, Refused refused) {
		CatalogError error = refused.in(name(system));
		return new Problem(Category.NOT_UNDERSTOOD,
				error.place() + " " + error.message() + "; expected " + error.expected() + ". Nothing was written.",
				refused);
	}

	private static String name(SystemId system) {
		return system + "/" + CatalogFolder.SYSTEM_FILE;
	}

	private static String hash(byte[] bytes) {
		return HexFormat.of().formatHex(CanonicalJson.sha256(bytes));
	}

}
