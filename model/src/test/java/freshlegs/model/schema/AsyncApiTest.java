package freshlegs.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path DOCUMENT = Kept.DOCS.resolve("asyncapi.json");

    @Test
    void the_document_is_that_of_the_catalogue() {
        Kept.holds(DOCUMENT, Kept.pretty(AsyncApi.document()));
    }

    @Test
    void it_is_what_asyncapi_says_of_itself() throws IOException {
        assertThat(errors(AsyncApi.document())).isEmpty();
    }

    @Test
    void an_operation_without_a_channel_would_be_seen() throws IOException {
        ObjectNode planted = AsyncApi.document();
        ((ObjectNode) planted.at("/operations/ingest.send.activity.recording.v1")).remove("channel");

        assertThat(errors(planted)).isNotEmpty();
    }

    @Test
    void every_reference_leads_to_something() {
        JsonNode document = AsyncApi.document();
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(90).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Files.exists(Kept.DOCS.resolve(reference)))
                        .as(reference)
                        .isTrue();
            }
        });
    }

    private static List<String> errors(JsonNode document) throws IOException {
        try (InputStream specification = Objects.requireNonNull(
                AsyncApiTest.class.getResourceAsStream("/freshlegs/schema/asyncapi-3.0.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Json.MAPPER.readTree(specification))
                    .validate(document)
                    .stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                    .toList();
        }
    }
}
