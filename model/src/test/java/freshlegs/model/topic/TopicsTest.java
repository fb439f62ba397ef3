package freshlegs.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final Fact DAY =
            new DayClosed(AthleteId.of("anna"), LocalDate.of(2026, 3, 29), Instant.parse("2026-03-30T00:00:00Z"));

    @Test
    void every_name_is_area_noun_and_version_and_stands_once() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z-]+\\.v[0-9]+"));
    }

    @Test
    void an_athletes_facts_and_results_share_a_partition() {
        String fact = RecordKey.of(DAY);
        String result = RecordKey.of(DAY.athlete(), DAY.localDate());

        assertThat(fact).isEqualTo("anna/day-closed/2026-03-29/0");
        assertThat(AthletePartitioner.partition(fact, Topic.PARTITIONS))
                .isEqualTo(AthletePartitioner.partition(result, Topic.PARTITIONS));
    }

    @Test
    void nothing_expires_by_age() {
        assertThat(Topics.all()).allSatisfy(topic -> assertThat(topic.configs()).containsEntry("retention.ms", "-1"));
    }

    @Test
    void a_record_names_its_schema_and_major_version() {
        RecordHeaders headers = new RecordHeaders();

        byte[] bytes = Topics.DAY_CLOSED.serde().serializer().serialize("t", headers, (DayClosed) DAY);

        assertThat(new String(headers.lastHeader(EventHeaders.SCHEMA).value(), StandardCharsets.UTF_8))
                .isEqualTo("calendar.day-closed/1");
        assertThat(Topics.DAY_CLOSED.serde().deserializer().deserialize("t", bytes))
                .isEqualTo(DAY);
    }
}
