package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Sport;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Recording;
import freshlegs.model.json.Json;
import freshlegs.model.topic.EventHeaders;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What the streams write are events of their own, whatever led to them. */
class EventsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final Recording RECORDING =
            ARecording.of(Sport.RUNNING).run(600, 3, 140).build();

    @Test
    void a_session_is_an_event_of_its_own_and_not_that_of_its_recording() {
        try (TestedTopology topology = TestedTopology.start()) {
            TestRecord<String, byte[]> session = topology.raw(Topics.RECORDING, sent(Topics.RECORDING, RECORDING))
                    .sessions()
                    .get(0);

            assertThat(said(session.headers()))
                    .containsEntry(EventHeaders.SCHEMA, "activity.session/1")
                    .containsEntry(EventHeaders.TYPE, "freshlegs.activity.session.v1")
                    .containsEntry(EventHeaders.SOURCE, "/freshlegs/streams")
                    .hasSameSizeAs(EventHeaders.ALL);
            assertThat(session.headers()).hasSameSizeAs(EventHeaders.ALL);
        }
    }

    @Test
    void the_tombstone_of_a_session_is_no_event() {
        try (TestedTopology topology = TestedTopology.start()) {
            Headers headers = sent(Topics.RECORDING, RECORDING).headers();
            TestRecord<String, byte[]> gone = topology.raw(
                            Topics.RECORDING, new TestRecord<>(RecordKey.of(RECORDING), null, headers, Instant.EPOCH))
                    .sessions()
                    .get(0);

            assertThat(said(gone.headers())).containsExactly(Map.entry(EventHeaders.SCHEMA, "activity.session/1"));
        }
    }

    @Test
    void results_have_the_same_headers_in_any_order_of_arrival() {
        List<Fact> facts = new ArrayList<>(List.of(
                ANN.profile(DAY, 190), ANN.run(DAY), ANN.run(DAY.plusDays(1)), ANN.restingHeartRate(DAY, 50, 6)));
        Map<String, SortedMap<String, Map<String, String>>> once = headersAfter(facts);
        Collections.reverse(facts);

        assertThat(headersAfter(facts)).isEqualTo(once);
        once.forEach((topic, messages) -> assertThat(messages.values())
                .as(topic)
                .isNotEmpty()
                .allSatisfy(headers -> assertThat(headers)
                        .containsEntry(EventHeaders.TYPE, "freshlegs." + topic)
                        .doesNotContainKey(EventHeaders.TIME)
                        .containsEntry(EventHeaders.CONTENT_TYPE, "application/json")));
        assertThat(once).containsKeys(Topics.TREND.name(), Topics.STATUS.name());
    }

    /** By topic and key, of what was told last. */
    private static Map<String, SortedMap<String, Map<String, String>>> headersAfter(List<Fact> facts) {
        Map<String, SortedMap<String, Map<String, String>>> headers = new TreeMap<>();
        try (TestedTopology topology = TestedTopology.start()) {
            topology.take(facts).settle();
            for (Topic<?> topic : Topics.results()) {
                topology.records(topic).forEach(record -> headers.computeIfAbsent(topic.name(), name -> new TreeMap<>())
                        .put(record.key(), said(record.headers())));
            }
        }
        return headers;
    }

    /** As ingest sends it. */
    private static <F extends Fact> TestRecord<String, byte[]> sent(Topic<F> topic, F fact) {
        Headers headers = new RecordHeaders();
        byte[] json = topic.serde().serializer().serialize(topic.name(), headers, fact);
        assertThat(json).isEqualTo(Json.write(fact));
        return new TestRecord<>(RecordKey.of(fact), json, headers, Instant.EPOCH);
    }

    private static Map<String, String> said(Headers headers) {
        Map<String, String> said = new LinkedHashMap<>();
        headers.forEach(header -> said.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return said;
    }
}
