package io.watchfloor.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole log as JSON Lines: one record a line, then one line
 * {@code {"end":{"records":…,"hash":…}}}, so that a file cut short shows.
 */
@Service
public class AuditExport {

	private static final int PIECE = 2_000;

	private static final JsonMapper JSON = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

	private final RecordSource source;

	private final AuditLog log;

	private final Authority authority;

	AuditExport(RecordSource source, AuditLog log, Authority authority) {
		this.source = source;
		this.log = log;
		this.authority = authority;
	}

	/**
	 * Records that the caller exports, then writes everything up to that record.
	 * @return how many records
	 * @throws Problem when the caller may not, the log cannot be written, or the receiver
	 * hung up
	 */
	public long write(OutputStream output) {
		Actor actor = this.authority.require(Permission.EXPORT_AUDIT);
		long last = this.log
			.append(new AuditEntry(actor, "audit.exported", "audit log", null, null, "INTENDED", Map.of()));
		try (JsonGenerator json = JSON.createGenerator(output, JsonEncoding.UTF8)) {
			ChainHead head = writeRecords(json, last);
			writeEnd(json, head);
		}
		catch (JacksonException hungUp) {
			throw new Problem(Problem.Category.UNREACHABLE,
					"The export did not get to its receiver: " + hungUp.getOriginalMessage() + ". Export again.",
					hungUp);
		}
		flush(output);
		return last;
	}

	private ChainHead writeRecords(JsonGenerator json, long last) {
		ChainHead head = ChainHead.EMPTY;
		List<AuditRecord> piece = this.source.after(0, last, PIECE);
		while (!piece.isEmpty()) {
			piece.forEach((record) -> write(json, record));
			head = piece.getLast().head();
			piece = this.source.after(head.sequence(), last, PIECE);
		}
		return head;
	}

	private static void write(JsonGenerator json, AuditRecord record) {
		json.writeStartObject();
		json.writeNumberProperty("sequence", record.sequence());
		json.writeStringProperty("recordedAt", record.recordedAt().toString());
		json.writeStringProperty("actorId", record.actor().id());
		json.writeStringProperty("actorName", record.actor().name());
		json.writeStringProperty("action", record.action());
		json.writeStringProperty("target", record.target());
		json.writeStringProperty("planFingerprint", record.planFingerprint());
		json.writeStringProperty("reason", record.reason());
		json.writeStringProperty("result", record.result());
		json.writeObjectPropertyStart("details");
		record.details()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((detail) -> json.writeStringProperty(detail.getKey(), detail.getValue()));
		json.writeEndObject();
		json.writeStringProperty("previousHash", record.previousHash());
		json.writeStringProperty("hash", record.hash());
		json.writeEndObject();
		json.writeRaw('\n');
	}

	private static void writeEnd(JsonGenerator json, ChainHead head) {
		json.writeStartObject();
		json.writeObjectPropertyStart("end");
		json.writeNumberProperty("records", head.sequence());
		json.writeStringProperty("hash", head.hash());
		json.writeEndObject();
		json.writeEndObject();
		json.writeRaw('\n');
	}

	private static void flush(OutputStream output) {
		try {
			output.flush();
		}
		catch (IOException hungUp) {
			throw new UncheckedIOException(hungUp);
		}
	}

}
