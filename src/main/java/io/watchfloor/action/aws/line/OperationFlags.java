package io.watchfloor.action.aws.line;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.aws.model.CliNames;
import io.watchfloor.action.aws.model.Member;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.Shape;

/** The flags of one operation, as the {@code aws} command names them. */
final class OperationFlags {

	private final Map<String, Member> flags = new TreeMap<>();

	private final Map<String, Member> negations = new TreeMap<>();

	OperationFlags(Operation operation) {
		operation.members().values().forEach((member) -> add(operation, member));
	}

	private void add(Operation operation, Member member) {
		String flag = CliNames.flag(operation.service(), operation.cliName(), member.name());
		if (CliNames.isNoFlag(operation.service(), operation.cliName(), member.name())) {
			return;
		}
		this.flags.put(flag, member);
		if (member.shape() instanceof Shape.Flag || onlyValue(operation, member)) {
			this.negations.put(CliNames.negation(operation.service(), operation.cliName(), member.name()), member);
		}
	}

	/**
	 * EC2's attributes wrap a boolean, and the command takes {@code --no-…} for them too.
	 */
	static boolean onlyValue(Operation operation, Member member) {
		if (!operation.service().equals("ec2") || !operation.cliName().matches("modify-.*-attribute")
				|| !(member.shape() instanceof Shape.Structure structure)) {
			return false;
		}
		Map<String, Member> members = structure.members().get();
		Member only = members.get("Value");
		return members.size() == 1 && only != null && only.shape() instanceof Shape.Flag;
	}

	Optional<Member> flag(String name) {
		return Optional.ofNullable(this.flags.get(name));
	}

	Optional<Member> negation(String name) {
		return Optional.ofNullable(this.negations.get(name));
	}

}
