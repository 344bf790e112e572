package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Plain;
import io.watchfloor.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.input.ReadLine;
import io.watchfloor.runbook.document.Block.Code;

/** Reads a block of SQL or PromQL: each query is a step, its comment the title. */
final class QuerySteps {

	private final LineReader reader;

	private final Code code;

	private final Setting setting;

	private final List<StepDraft> drafts = new ArrayList<>();

	private final List<String> query = new ArrayList<>();

	private String title = "";

	private int start;

	QuerySteps(LineReader reader, Code code, Setting setting) {
		this.reader = reader;
		this.code = code;
		this.setting = setting;
	}

	List<StepDraft> read() {
		List<String> lines = this.code.text().lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			boolean comment = line.strip().startsWith("--") || line.strip().startsWith("#");
			if (comment && this.query.isEmpty()) {
				this.start = this.title.isEmpty() ? i : this.start;
				this.title = Plain.title(line.strip().replaceFirst("^(--|#)+", "").strip());
			}
			else if (line.isBlank() || comment) {
				end(i);
				this.title = comment ? Plain.title(line.strip().replaceFirst("^(--|#)+", "").strip()) : "";
				this.start = i;
			}
			else {
				add(line, i);
			}
		}
		end(lines.size());
		return this.drafts;
	}

	private void add(String line, int at) {
		if (this.query.isEmpty() && this.title.isEmpty()) {
			this.start = at;
		}
		this.query.add(line);
		if (line.strip().endsWith(";")) {
			end(at + 1);
			this.title = "";
		}
	}

	private void end(int behind) {
		if (!this.query.isEmpty()) {
			LineRange lines = new LineRange(this.code.firstLine() + this.start, this.code.firstLine() + behind - 1);
			String name = this.title.isEmpty() ? this.setting.fallback() : this.setting.titled(this.title);
			String text = String.join("\n", this.query);
			this.drafts.add(switch (this.reader.readBlock(this.code.info(), text)) {
				case Understood<ReadLine>(ReadLine read) ->
					StepDraft.query(name, this.setting.phase(), lines, this.code.info(), text, read);
				case ByHand<ReadLine>(var work) -> StepDraft.byHand(name, this.setting.phase(), lines, text, work);
				case NotUnderstood<ReadLine>(String reason) ->
					StepDraft.command(name, this.setting.phase(), lines, text, reason);
			});
			this.query.clear();
		}
	}

}
