package freshlegs.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventHeadersTest {
    private static final DayClosed DAY =
            new DayClosed(AthleteId.of("anna"), LocalDate.of(2026, 3, 29), Instant.parse("2026-03-30T00:00:00Z"));

    @Test
    void a_fact_is_a_cloud_event_that_happened_when_it_was_taken_in() {
        String hash = ContentHash.of(Json.write(DAY));

        assertThat(said(written(DAY, new RecordHeaders())))
                .containsExactly(
                        Map.entry("schema", "calendar.day-closed/1"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", hash.substring(0, 32)),
                        Map.entry("ce_type", "freshlegs.calendar.day-closed.v1"),
                        Map.entry("ce_source", "/freshlegs/ingest"),
                        Map.entry("ce_time", "2026-03-30T00:00:00Z"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void writing_again_replaces_them() {
        Headers headers = written(DAY, new RecordHeaders());

        assertThat(written(DAY, headers))
                .containsExactly(written(DAY, new RecordHeaders()).toArray());
    }

    @Test
    void others_headers_stay() {
        Headers headers = new RecordHeaders().add("traceparent", new byte[] {1});

        assertThat(written(DAY, headers).lastHeader("traceparent").value()).containsExactly(1);
    }

    @Test
    void a_tombstone_says_its_schema_alone() {
        Headers headers = written(DAY, new RecordHeaders());
        Topics.DAY_CLOSED.serde().serializer().serialize(Topics.DAY_CLOSED.name(), headers, null);

        assertThat(said(headers)).containsExactly(Map.entry("schema", "calendar.day-closed/1"));
    }

    private static Headers written(DayClosed day, Headers headers) {
        Topics.DAY_CLOSED.serde().serializer().serialize(Topics.DAY_CLOSED.name(), headers, day);
        return headers;
    }

    private static Map<String, String> said(Headers headers) {
        Map<String, String> said = new LinkedHashMap<>();
        headers.forEach(header -> said.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return said;
    }
}
