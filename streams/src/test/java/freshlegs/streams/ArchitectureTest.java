package freshlegs.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The dependency rules, each seen failing on a planted violation. */
class ArchitectureTest {
    private static final String ROOT = "freshlegs.streams";
    private static final String PLANTED = "freshlegs.streams.planted";
    private static final List<String> LADDER =
            List.of("rule", "load", "trend", "activity", "signal", "alert", "plan", "review");
    private static final Set<String> ASKING = Set.of("now", "currentTimeMillis", "nanoTime");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses PLANT = new ClassFileImporter().importPackages(PLANTED);

    private static ArchRule noneUsesWhatComesAfterIt(String root) {
        return CompositeArchRule.of(IntStream.range(0, LADDER.size() - 1)
                .<ArchRule>mapToObj(rung -> noClasses()
                        .that()
                        .resideInAPackage(root + "." + LADDER.get(rung) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(LADDER.subList(rung + 1, LADDER.size()).stream()
                                .map(later -> root + "." + later + "..")
                                .toArray(String[]::new))
                        .allowEmptyShould(true))
                .toList());
    }

    private static ArchRule onlyStagesAndProcessorsKnowKafka() {
        return noClasses()
                .that(DescribedPredicate.not(stagesProcessorsAndTheRoot()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.rocksdb..");
    }

    private static ArchRule nobodyReadsTheClock() {
        return noClasses()
                .should()
                .accessTargetWhere(theTimeIsAsked())
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    private static DescribedPredicate<JavaClass> stagesProcessorsAndTheRoot() {
        return DescribedPredicate.describe("stages, processors and the root package", type -> {
            String outermost = type.getName().replaceFirst("\\$.*", "");
            return type.getPackageName().equals(ROOT) || outermost.endsWith("Stage") || outermost.endsWith("Processor");
        });
    }

    private static DescribedPredicate<JavaAccess<?>> theTimeIsAsked() {
        return DescribedPredicate.describe(
                "the time is asked",
                access -> ASKING.contains(access.getName())
                        && access.getTargetOwner().getPackageName().startsWith("java."));
    }

    private static boolean holds(ArchRule rule, JavaClasses classes) {
        return !rule.evaluate(classes).hasViolation();
    }

    @Test
    void no_package_uses_one_that_comes_after_it() {
        noneUsesWhatComesAfterIt(ROOT).check(OURS);
        assertThat(holds(noneUsesWhatComesAfterIt(PLANTED), PLANT)).isFalse();
    }

    @Test
    void only_stages_processors_and_the_root_package_know_kafka() {
        onlyStagesAndProcessorsKnowKafka().check(OURS);
        assertThat(holds(onlyStagesAndProcessorsKnowKafka(), PLANT)).isFalse();
    }

    @Test
    void nothing_reads_the_clock() {
        nobodyReadsTheClock().check(OURS);
        assertThat(holds(nobodyReadsTheClock(), PLANT)).isFalse();
    }
}
