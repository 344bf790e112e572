package io.watchfloor;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.runbook.Runbooks;
import jakarta.annotation.Resource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** The rules of the house that a compiler does not know. */
@AnalyzeClasses(packagesOf = Watchfloor.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String SCHEMA = "io.watchfloor.db.schema..";

	@ArchTest
	static final ArchRule onlyUiTouchesVaadin = noClasses().that()
		.resideOutsideOfPackages("..ui..", "io.watchfloor.security..")
		.and()
		.doNotHaveFullyQualifiedName(Watchfloor.class.getName())
		.should()
		.dependOnClassesThat()
		.resideInAPackage("com.vaadin..");

	@ArchTest
	static final ArchRule securityKnowsOfVaadinOnlyHowItIsGuarded = noClasses().that()
		.resideInAPackage("io.watchfloor.security..")
		.and()
		.resideOutsideOfPackage("..ui..")
		.should()
		.dependOnClassesThat(
				resideInAPackage("com.vaadin..").and(not(resideInAPackage("com.vaadin.flow.spring.security.."))));

	@ArchTest
	static final ArchRule onlyClassesNamedJooqKnowTheTables = noClasses()
		.that(not(
				describe("stand in a file named Jooq…", (type) -> outermost(type).getSimpleName().startsWith("Jooq"))))
		.and()
		.resideOutsideOfPackage(SCHEMA)
		.should()
		.dependOnClassesThat()
		.resideInAPackage(SCHEMA);

	@ArchTest
	static final ArchRule onlyConnectorsAndEmbeddedServersStartProcesses = noClasses().that()
		.resideOutsideOfPackages("io.watchfloor.action.*..", "io.watchfloor.db.embedded", "io.watchfloor.sandbox..")
		.should(ProcessRules.START_A_PROCESS);

	@ArchTest
	static final ArchRule whoStartsAProcessNamesNoShell = classes().that(ProcessRules.STARTING_A_PROCESS)
		.should(ProcessRules.NAME_NO_SHELL)
		.as("Law 3: who starts a process hands no line to a shell")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule thereIsOneClock = noClasses().that()
		.resideOutsideOfPackage("io.watchfloor.kernel")
		.should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(OffsetDateTime.class, "now")
		.orShould()
		.callMethod(ZonedDateTime.class, "now")
		.orShould()
		.callMethod(Clock.class, "systemUTC")
		.orShould()
		.callMethod(Clock.class, "systemDefaultZone")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callConstructor(Date.class)
		.because("law 10: a Clock is injected, so that a test can move it");

	@ArchTest
	static final ArchRule dependenciesComeThroughTheConstructor = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class)
		.orShould()
		.beAnnotatedWith(Resource.class);

	@ArchTest
	static final ArchRule namesSayWhatThingsAre = noClasses().that()
		.resideOutsideOfPackage(SCHEMA)
		.should()
		.haveNameMatching(".*(Impl|Utils?|Helper|Misc)")
		.orShould()
		.resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..");

	@ArchTest
	static final ArchRule persistenceIsNobodysBusiness = noClasses().that()
		.resideInAPackage("..persistence..")
		.and()
		.areTopLevelClasses()
		.should()
		.bePublic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule whatAViewShowsWasAskedFor = noClasses().that()
		.resideInAPackage("..ui..")
		.should()
		.dependOnClassesThat()
		.haveFullyQualifiedName(Catalog.class.getName())
		.orShould()
		.dependOnClassesThat()
		.haveFullyQualifiedName(Runbooks.class.getName())
		.because("law 6: Systems and Library ask Authority first; these two ask nobody");

	@ArchTest
	static final ArchRule viewsAreReachedByTheirRouteOnly = noClasses().that()
		.areAnnotatedWith(Route.class)
		.should()
		.bePublic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule everyPackageIsNullMarked = classes().that()
		.resideOutsideOfPackage(SCHEMA)
		.should(PackageRules.STAND_IN_A_NULL_MARKED_PACKAGE);

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
	}

}
