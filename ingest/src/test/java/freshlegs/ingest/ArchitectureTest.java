package freshlegs.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses INGEST = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("freshlegs.ingest");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("freshlegs.ingest.planted");

    private static final ArchRule ONLY_FIT_KNOWS_THE_SDK = noClasses()
            .that()
            .resideOutsideOfPackage("freshlegs.ingest.fit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.garmin.fit..");
    private static final ArchRule ONLY_THE_STORE_KNOWS_THE_STORAGE = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("S3Store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");
    private static final ArchRule FIT_KNOWS_ONLY_FILES = noClasses()
            .that()
            .resideInAnyPackage("freshlegs.ingest..fit")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("freshlegs.ingest", "org.apache.kafka..");
    private static final ArchRule MODULES_MEET_IN_TOPICS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("freshlegs.streams..", "freshlegs.warehouse..", "freshlegs.coach..", "freshlegs.app..");

    @Test
    void the_rules_hold() {
        for (ArchRule rule : List.of(
                ONLY_FIT_KNOWS_THE_SDK,
                ONLY_THE_STORE_KNOWS_THE_STORAGE,
                FIT_KNOWS_ONLY_FILES,
                MODULES_MEET_IN_TOPICS)) {
            rule.check(INGEST);
        }
    }

    @Test
    void the_rules_see_planted_violations() {
        for (ArchRule rule : List.of(ONLY_FIT_KNOWS_THE_SDK, ONLY_THE_STORE_KNOWS_THE_STORAGE, FIT_KNOWS_ONLY_FILES)) {
            assertThat(rule.evaluate(PLANTED).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }
}
