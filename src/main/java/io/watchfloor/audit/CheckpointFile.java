package io.watchfloor.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The signed checkpoints, one JSON object a line, only appended to. */
final class CheckpointFile {

	static final String NAME = "checkpoints.jsonl";

	private static final JsonMapper JSON = new JsonMapper();

	private final Path file;

	CheckpointFile(Path folder) {
		this.file = folder.resolve(NAME);
	}

	/** Appends and returns when it is on the disk. */
	void append(Checkpoint checkpoint) throws IOException {
		byte[] line = (JSON.writeValueAsString(checkpoint) + "\n").getBytes(StandardCharsets.UTF_8);
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			channel.position(endOfLastLine(channel));
			for (ByteBuffer rest = ByteBuffer.wrap(line); rest.hasRemaining();) {
				channel.write(rest);
			}
			channel.truncate(channel.position());
			channel.force(true);
		}
	}

	/** All of them, oldest first. A line that a crash cut short does not count. */
	List<Checkpoint> read() throws IOException {
		if (!Files.exists(this.file)) {
			return List.of();
		}
		String text = Files.readString(this.file);
		try {
			return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(CheckpointFile::parse).toList();
		}
		catch (JacksonException malformed) {
			throw new IOException(
					"the checkpoints in " + this.file + " cannot be read: " + malformed.getOriginalMessage(),
					malformed);
		}
	}

	private static Checkpoint parse(String line) {
		return JSON.readValue(line, Checkpoint.class);
	}

	private static long endOfLastLine(FileChannel channel) throws IOException {
		ByteBuffer one = ByteBuffer.allocate(1);
		for (long end = channel.size(); end > 0; end--) {
			channel.read(one.clear(), end - 1);
			if (one.get(0) == '\n') {
				return end;
			}
		}
		return 0;
	}

}
