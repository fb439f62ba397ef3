package freshlegs.connect;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchRule ONLY_THE_MODEL_AND_CONNECT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "freshlegs.ingest..",
                    "freshlegs.streams..",
                    "freshlegs.warehouse..",
                    "freshlegs.coach..",
                    "freshlegs.app..",
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.connect.runtime..");

    @Test
    void a_converter_knows_the_model_and_the_interface_of_connect_alone() {
        ONLY_THE_MODEL_AND_CONNECT.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("freshlegs.connect"));
        assertThat(ONLY_THE_MODEL_AND_CONNECT
                        .evaluate(new ClassFileImporter().importPackages("freshlegs.connect.planted"))
                        .hasViolation())
                .isTrue();
    }
}
