package io.watchfloor.action.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;

/** Reads what is done with files and folders that are named one by one. */
final class FileChanges {

	private static final Set<String> RECURSIVE = Set.of("-r", "-R", "--recursive");

	private FileChanges() {
	}

	/** {@code mkdir -p FOLDER}. */
	static Optional<Action> mkdir(List<String> arguments) {
		boolean parents = !arguments.isEmpty() && Set.of("-p", "--parents").contains(arguments.getFirst());
		return parents ? folder(FolderChange.Verb.MAKE, arguments.subList(1, arguments.size())) : Optional.empty();
	}

	/** {@code rmdir FOLDER}. */
	static Optional<Action> rmdir(List<String> arguments) {
		return folder(FolderChange.Verb.REMOVE, arguments);
	}

	private static Optional<Action> folder(FolderChange.Verb verb, List<String> arguments) {
		List<String> operands = operands(arguments);
		return (operands.size() == 1) ? Optional.of(new FolderChange(verb, operands.getFirst())) : Optional.empty();
	}

	/** {@code cp [-r] FROM TO}. */
	static Optional<Action> cp(List<String> arguments) {
		boolean recursive = !arguments.isEmpty() && RECURSIVE.contains(arguments.getFirst());
		List<String> operands = operands(recursive ? arguments.subList(1, arguments.size()) : arguments);
		return (operands.size() == 2) ? Optional.of(new FileCopy(operands.getFirst(), operands.getLast(), recursive))
				: Optional.empty();
	}

	/** {@code gzip FILE}, {@code gunzip FILE.gz}. */
	static Optional<Action> packing(FilePacking.Verb verb, List<String> arguments) {
		List<String> operands = operands(arguments);
		return (operands.size() == 1) ? Optional.of(new FilePacking(verb, operands.getFirst())) : Optional.empty();
	}

	/** Empty when one is a flag. */
	private static List<String> operands(List<String> arguments) {
		boolean ended = !arguments.isEmpty() && arguments.getFirst().equals("--");
		List<String> operands = ended ? arguments.subList(1, arguments.size()) : arguments;
		return operands.stream().anyMatch((word) -> word.startsWith("-")) ? List.of() : operands;
	}

}
