package io.watchfloor.security.ui;

import io.watchfloor.security.Permission;

/** Permissions as people read them. */
final class PermissionNames {

	private PermissionNames() {
	}

	static String of(Permission permission) {
		return switch (permission) {
			case VIEW -> "Read systems, runbooks and runs";
			case OPERATE -> "Start, confirm and abort runs";
			case APPROVE -> "Approve others' plans";
			case READ_AUDIT -> "Read the audit log";
			case EXPORT_AUDIT -> "Export the audit log";
			case MANAGE_PEOPLE -> "Manage people";
			case MANAGE_RUNBOOKS -> "Bring runbooks in";
			case USE_SANDBOX -> "Inject faults into the sandbox";
			case TEST_CONNECTIONS -> "Test connections";
			case REVIEW_ALONE -> "Review what was done without a second person";
		};
	}

}
