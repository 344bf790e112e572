package io.watchfloor.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;

/** Whoever the test says calls, on this thread. */
class FakeAuthority implements Authority {

	private static final Person EVE = new Person("Eve", EnumSet.of(Permission.VIEW, Permission.OPERATE), false);

	private final ThreadLocal<Person> caller = ThreadLocal.withInitial(() -> EVE);

	/** Somebody with these permissions calls from now on. */
	void becomes(String name, Permission... permissions) {
		this.caller.set(new Person(name, Set.of(permissions), false));
	}

	void isEveAgain() {
		this.caller.remove();
	}

	@Override
	public Optional<Actor> current() {
		return Optional.of(new Actor(this.caller.get().name(), this.caller.get().name()));
	}

	@Override
	public Actor require(Permission permission) {
		if (!has(permission)) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, "You may not " + permission + ".");
		}
		return new Actor(this.caller.get().name(), this.caller.get().name());
	}

	@Override
	public boolean has(Permission permission) {
		return this.caller.get().permissions().contains(permission);
	}

	@Override
	public boolean steppedUp() {
		return this.caller.get().steppedUp();
	}

	@Override
	public void stepUp(String password) {
		this.caller.set(new Person(this.caller.get().name(), this.caller.get().permissions(), true));
	}

	private record Person(String name, Set<Permission> permissions, boolean steppedUp) {
	}

}
