package io.watchfloor.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;

/** Whoever the test says calls, on this thread. */
class FakeAuthority implements Authority {

	private static final Person EVE = new Person("Eve", "Eve", EnumSet.of(Permission.VIEW, Permission.OPERATE), false);

	private final ThreadLocal<Person> caller = ThreadLocal.withInitial(() -> EVE);

	private volatile @Nullable Person everywhere;

	/** Somebody with these permissions calls from now on. */
	void becomes(String name, Permission... permissions) {
		becomes(name, name, permissions);
	}

	/** Somebody calls on every thread, as behind a page. */
	void isEverywhere(String name, Permission... permissions) {
		this.everywhere = new Person(name, name, Set.of(permissions), false);
	}

	private Person caller() {
		Person one = this.everywhere;
		return (one != null) ? one : this.caller.get();
	}

	/** As above, under another name than before: who it is shows the id. */
	void becomes(String id, String name, Permission... permissions) {
		this.caller.set(new Person(id, name, Set.of(permissions), false));
	}

	void isEveAgain() {
		this.caller.remove();
	}

	@Override
	public Optional<Actor> current() {
		return Optional.of(new Actor(caller().id(), caller().name()));
	}

	@Override
	public Actor require(Permission permission) {
		if (!has(permission)) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, "You may not " + permission + ".");
		}
		return new Actor(caller().id(), caller().name());
	}

	@Override
	public boolean has(Permission permission) {
		return caller().permissions().contains(permission);
	}

	@Override
	public boolean steppedUp() {
		return caller().steppedUp();
	}

	@Override
	public void stepUp(String password) {
		if (this.everywhere != null) {
			this.everywhere = new Person(caller().id(), caller().name(), caller().permissions(), true);
			return;
		}
		this.caller.set(new Person(caller().id(), caller().name(), caller().permissions(), true));
	}

	private record Person(String id, String name, Set<Permission> permissions, boolean steppedUp) {
	}

}
