package io.watchfloor;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What ArchUnit has no words for: packages. */
final class PackageRules {

	static final ArchCondition<JavaClass> STAND_IN_A_NULL_MARKED_PACKAGE = new ArchCondition<>(
			"stand in a package whose package-info.java says @NullMarked") {

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			boolean marked = type.getPackage()
				.tryGetPackageInfo()
				.map((info) -> info.isAnnotatedWith(NullMarked.class))
				.orElse(false);
			events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
		}

	};

	private PackageRules() {
	}

}
