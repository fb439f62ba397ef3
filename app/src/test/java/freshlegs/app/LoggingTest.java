package freshlegs.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.setting.LogForm;
import freshlegs.app.setting.LogLevel;
import freshlegs.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {
    private static final Logger LOG = LoggerFactory.getLogger(LoggingTest.class);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @AfterEach
    void usual() {
        Logging.start(List.of(), Map.of());
    }

    @Test
    void a_line_of_text_ends_in_its_ids() {
        Logging.start(LogForm.TEXT, LogLevel.INFO, said);
        LOG.atInfo().addKeyValue("athlete", "anna").addKeyValue("offset", 3L).log("file outcome");
        LOG.info("nothing more");
        LOG.debug("not this");

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).endsWith("LoggingTest: file outcome athlete=anna offset=3");
        assertThat(lines().get(1)).endsWith("LoggingTest: nothing more");
    }

    @Test
    void a_line_of_json_has_them_as_fields_and_the_kind_of_a_cause_alone() {
        Logging.start(LogForm.JSON, LogLevel.WARN, said);
        LOG.atWarn()
                .setCause(new IllegalStateException("what somebody wrote"))
                .addKeyValue("partition", 7)
                .log("{} failed", "it");
        LOG.info("not this");

        assertThat(lines()).hasSize(1);
        JsonNode line = Json.read(lines().get(0), JsonNode.class);
        assertThat(OffsetDateTime.parse(line.path("at").asText())).isNotNull();
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("message").asText()).isEqualTo("it failed");
        assertThat(line.path("partition").asInt()).isEqualTo(7);
        assertThat(line.path("cause").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(lines().get(0)).doesNotContain("what somebody wrote");
    }

    @ParameterizedTest
    @EnumSource(LogForm.class)
    void what_strangers_write_stays_on_its_line(LogForm form) {
        Logging.start(form, LogLevel.INFO, said);
        String forged = "x\r\n12:00:00.000 ERROR Intake: all is lost\u2028\u0085\u001b[2J\u202Efdp{}%n${env:HOME}";
        LOG.atInfo().addKeyValue("file", forged).log("a file named {} came", forged);

        assertThat(said.toString(StandardCharsets.UTF_8))
                .endsWith("\n")
                .doesNotContain("\u001b", "\r")
                .contains("${env:HOME}");
        assertThat(lines()).hasSize(1);
        if (form == LogForm.TEXT) {
            assertThat(lines().get(0)).doesNotContain("\u2028", "\u0085", "\u202E");
        }
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
