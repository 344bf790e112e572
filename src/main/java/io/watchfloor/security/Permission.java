package io.watchfloor.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a service may demand of the person who calls it. */
public enum Permission {

	/** See systems, runbooks, runs. */
	VIEW,
	/** Start, confirm and abort runs. */
	OPERATE,
	/** Approve another person's plan. */
	APPROVE,
	/** Review what was done alone, without the second person that the policy wants. */
	REVIEW_ALONE,
	/** Read and verify the audit log. */
	READ_AUDIT,
	/** Export the audit log. */
	EXPORT_AUDIT,
	/** Add people, change roles, revoke others' sessions. */
	MANAGE_PEOPLE,
	/** Bring runbooks in, and write what they say into a system's file. */
	MANAGE_RUNBOOKS,
	/** Inject faults into the sandbox. */
	USE_SANDBOX,
	/** Sign in to targets to see whether they can be reached. */
	TEST_CONNECTIONS;

	/** The roles of which one is enough. */
	public Set<Role> roles() {
		return switch (this) {
			case VIEW -> Set.of(Role.values());
			case OPERATE -> Set.of(Role.OPERATOR);
			case APPROVE -> Set.of(Role.APPROVER);
			case REVIEW_ALONE -> Set.of(Role.MANAGER);
			case READ_AUDIT -> Set.of(Role.OPERATOR, Role.APPROVER, Role.MANAGER, Role.ADMINISTRATOR);
			case EXPORT_AUDIT -> Set.of(Role.MANAGER, Role.ADMINISTRATOR);
			case MANAGE_PEOPLE -> Set.of(Role.ADMINISTRATOR);
			case MANAGE_RUNBOOKS -> Set.of(Role.MANAGER, Role.ADMINISTRATOR);
			case USE_SANDBOX, TEST_CONNECTIONS -> Set.of(Role.OPERATOR, Role.ADMINISTRATOR);
		};
	}

	/** Whether it only reads; such a permission outlives a store that does not answer. */
	public boolean reads() {
		return switch (this) {
			case VIEW, READ_AUDIT, EXPORT_AUDIT -> true;
			case OPERATE, APPROVE, REVIEW_ALONE, MANAGE_PEOPLE, MANAGE_RUNBOOKS, USE_SANDBOX, TEST_CONNECTIONS -> false;
		};
	}

	/** Whether a role that counts in some places only is enough there. */
	public boolean placed() {
		return switch (this) {
			case OPERATE, APPROVE, USE_SANDBOX, TEST_CONNECTIONS -> true;
			case VIEW, REVIEW_ALONE, READ_AUDIT, EXPORT_AUDIT, MANAGE_PEOPLE, MANAGE_RUNBOOKS -> false;
		};
	}

	/** The roles of which one is enough, in words: "operator or administrator". */
	public String inWords() {
		return Arrays.stream(Role.values())
			.filter(roles()::contains)
			.map((role) -> role.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(" or "));
	}

}
