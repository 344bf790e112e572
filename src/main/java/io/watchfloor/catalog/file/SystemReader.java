package io.watchfloor.catalog.file;

import java.nio.file.Path;
import java.util.List;

import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.OperatedSystem.Contact;
import io.watchfloor.catalog.OperatedSystem.Severity;
import io.watchfloor.catalog.SystemId;

/** Reads a system out of a document whose shape is right, and checks what it says. */
final class SystemReader {

	private final Findings findings;

	private final TargetRules rules;

	SystemReader(Findings findings, TargetRules rules) {
		this.findings = findings;
		this.rules = rules;
	}

	OperatedSystem read(SystemId id, YamlDocument document, List<Path> runbooks) {
		Section system = Section.root(document);
		PlainSecrets.check(document, this.findings);
		return new OperatedSystem(id, system.text("name"), system.text("summary"), system.text("owner"),
				system.text("platform"), system.list("contacts").stream().map(SystemReader::contact).toList(),
				severities(system), environments(id, system), runbooks, new StandardsReader(this.findings).read(system),
				system.node().has("git") ? git(system.member("git")) : null);
	}

	private GitSource git(Section section) {
		String url = section.text("url");
		if (url.startsWith("http://") && section.member("secrets").node().has("token")) {
			this.findings.error(section.value("url"), "a token would travel unencrypted", "an address with https://");
		}
		if (section.text("folder").matches("(.*/)?\\.\\.(/.*)?")) {
			this.findings.error(section.value("folder"), "the folder leads out of the repository",
					"a path inside the repository");
		}
		String branch = section.optionalText("branch");
		String user = section.optionalText("user");
		return new GitSource(url, (branch != null) ? branch : "main", section.text("folder").replaceAll("/+$", ""),
				(user != null) ? user : "git", section.optionalText("fingerprint"),
				EnvironmentReader.secrets(section.member("secrets")));
	}

	private static Contact contact(Section section) {
		return new Contact(section.text("role"), section.text("name"), section.optionalText("reach"));
	}

	private List<Severity> severities(Section system) {
		List<Section> sections = system.list("severities");
		new Unique(this.findings, "severity").check(sections, "label");
		int previous = 0;
		for (Section section : sections) {
			int rank = section.number("rank");
			if (rank <= previous) {
				this.findings.error(section.value("rank"), "rank " + rank + " comes after rank " + previous,
						"the most severe first, every rank once");
			}
			previous = Math.max(previous, rank);
		}
		return sections.stream().map(SystemReader::severity).toList();
	}

	private static Severity severity(Section section) {
		return new Severity(section.text("label"), section.number("rank"), section.text("meaning"),
				section.optional("respondWithin", Units::duration), section.optionalText("escalation"));
	}

	private List<Environment> environments(SystemId id, Section system) {
		List<Section> sections = system.list("environments");
		new Unique(this.findings, "environment").check(sections, "name");
		EnvironmentReader reader = new EnvironmentReader(id, this.findings, this.rules);
		return sections.stream().map(reader::read).toList();
	}

}
