package dev.tollgate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tollgate");

    private static final DescribedPredicate<AccessTarget> THE_PRESENT_WITHOUT_A_CLOCK =
            describe("now() without a Clock", ArchitectureTests::tellsThePresent);

    @Test
    void injectsThroughConstructorsOnly() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(APPLICATION);
    }

    @Test
    void asksTheInjectedClockForTheTime() {
        noClasses()
                .should()
                .accessTargetWhere(target(THE_PRESENT_WITHOUT_A_CLOCK))
                .check(APPLICATION);
        noClasses()
                .that()
                .doNotBelongToAnyOf(TimeConfiguration.class)
                .should()
                .accessTargetWhere(target(describe("a clock of the system", ArchitectureTests::isSystemClock)))
                .check(APPLICATION);
    }

    @Test
    void countsNoTimeInDatesAndCalendars() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)")
                .check(APPLICATION);
    }

    @Test
    void saysOfEveryPackageWhatMayBeNull() {
        classes()
                .should(have(describe(
                        "a package that is @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .check(APPLICATION);
    }

    @Test
    void keepsWhatSpeaksHttpToItself() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .and()
                .areTopLevelClasses()
                .should()
                .bePublic()
                .check(APPLICATION);
    }

    @Test
    void hidesWhetherTheServersAreItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..embedded..", "..demo..", "..bootstrap..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..embedded..")
                .check(APPLICATION);
    }

    private static boolean tellsThePresent(AccessTarget target) {
        JavaClass owner = target.getOwner();
        return (owner.getPackageName().startsWith("java.time")
                        && target.getName().equals("now")
                        && !takesClock(target))
                || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isSystemClock(AccessTarget target) {
        return target.getOwner().isEquivalentTo(Clock.class) && target.getName().startsWith("system");
    }
}
