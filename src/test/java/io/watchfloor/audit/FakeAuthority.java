package io.watchfloor.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;

/** Somebody who may do what the test says. */
public final class FakeAuthority implements Authority {

	private final Set<Permission> granted = EnumSet.noneOf(Permission.class);

	public FakeAuthority(Permission... granted) {
		this.granted.addAll(List.of(granted));
	}

	public void revoke(Permission permission) {
		this.granted.remove(permission);
	}

	@Override
	public Actor require(Permission permission) {
		if (!has(permission)) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, "You may not " + permission);
		}
		return new Actor("0192f0c1", "Olga Petrova");
	}

	@Override
	public boolean has(Permission permission) {
		return this.granted.contains(permission);
	}

	@Override
	public boolean steppedUp() {
		return true;
	}

	@Override
	public void stepUp(String password) {
	}

}
