package freshlegs.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import freshlegs.coach.planted.CoachThatDecodes;
import freshlegs.ingest.planted.IngestThatStreams;
import freshlegs.model.planted.ModelThatLooksUp;
import freshlegs.model.planted.ModelThatSends;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules between modules; each was planted a violation, to see that it bites. */
class ArchitectureTest {
    private static final List<String> PARTS = List.of("ingest", "streams", "warehouse", "coach");
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("freshlegs");

    private static final ArchRule MODEL_DEPENDS_ON_NO_PART = noClasses()
            .that()
            .resideInAPackage("freshlegs.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "freshlegs.ingest..",
                    "freshlegs.streams..",
                    "freshlegs.warehouse..",
                    "freshlegs.coach..",
                    "freshlegs.app..");
    private static final ArchRule ONLY_TOPICS_KNOW_KAFKA_IN_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("freshlegs.model..")
            .and()
            .resideOutsideOfPackage("freshlegs.model.topic..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
    private static final ArchRule ONLY_THE_FIT_PACKAGE_KNOWS_THE_FIT_SDK = noClasses()
            .that()
            .resideOutsideOfPackage("freshlegs.ingest.fit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.garmin..");

    @Test
    void the_parts_meet_in_topics_and_never_see_each_other() {
        assertThat(ALL.stream()
                        .map(type -> type.getPackageName().split("\\.", -1)[1])
                        .distinct())
                .containsAll(PARTS);
        PARTS.forEach(part -> partsKeepApart(part).check(ALL));
        assertThat(bites(partsKeepApart("ingest"), IngestThatStreams.class)).isTrue();
    }

    @Test
    void the_model_depends_on_no_part() {
        MODEL_DEPENDS_ON_NO_PART.check(ALL);
        assertThat(bites(MODEL_DEPENDS_ON_NO_PART, ModelThatLooksUp.class)).isTrue();
    }

    @Test
    void in_the_model_only_the_topic_contracts_know_kafka() {
        ONLY_TOPICS_KNOW_KAFKA_IN_THE_MODEL.check(ALL);
        assertThat(bites(ONLY_TOPICS_KNOW_KAFKA_IN_THE_MODEL, ModelThatSends.class))
                .isTrue();
    }

    @Test
    void only_the_fit_package_knows_the_fit_sdk() {
        ONLY_THE_FIT_PACKAGE_KNOWS_THE_FIT_SDK.check(ALL);
        assertThat(bites(ONLY_THE_FIT_PACKAGE_KNOWS_THE_FIT_SDK, CoachThatDecodes.class))
                .isTrue();
    }

    private static ArchRule partsKeepApart(String part) {
        String[] others = PARTS.stream()
                .filter(other -> !other.equals(part))
                .map(other -> "freshlegs." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("freshlegs." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("freshlegs.app..");
    }

    private static boolean bites(ArchRule rule, Class<?> planted) {
        return rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation();
    }
}
