package freshlegs.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RebuildReportTest {
    private static final String TRENDS = "training.trend.v1";
    private static final Compared COMPARED = Compared.of(
            "anna",
            Map.of(
                    TRENDS,
                    records(
                            "anna/2026-03-01", "{\"load\":1,\"form\":2}",
                            "anna/2026-03-02", "{\"load\":1}",
                            "anna/2026-03-03", "{\"load\":61}",
                            "anna/1999-01-01", "{not json")),
            Map.of(
                    TRENDS,
                    records(
                            "anna/2026-03-01", "{\"load\":1,\"form\":2}",
                            "anna/2026-03-02", "{\"load\":2,\"form\":3}",
                            "anna/2026-03-04", "{\"load\":1}")));

    private static final RebuildBeside.Found FOUND = new RebuildBeside.Found(COMPARED, Set.of());

    @Test
    void every_difference_is_named_by_day_and_fields_without_what_was_measured() {
        RebuildReport report = new RebuildReport(FOUND, Optional.empty(), false);

        assertThat(report.isEqual()).isFalse();
        assertThat(report.table().toCsv()).isEqualTo("""
                kind,where,athlete,day,key,how,fields,mended
                topic,training.trend.v1,anna,1999-01-01,anna/1999-01-01,only there,,
                topic,training.trend.v1,anna,2026-03-02,anna/2026-03-02,different,form load,
                topic,training.trend.v1,anna,2026-03-03,anna/2026-03-03,only there,,
                topic,training.trend.v1,anna,2026-03-04,anna/2026-03-04,only anew,,
                """);
        assertThat(report.text())
                .containsPattern("training.trend.v1 +1 +1 +2 +1\n")
                .containsPattern("anna +training.trend.v1 +only there +2 +1999-01-01")
                .doesNotContain("61");
        assertThat(report.json().toString()).doesNotContain("61");
        assertThat(report.summary()).isEqualTo("4 of 5 records and rows are not what the facts say.");
    }

    @Test
    void values_are_shown_when_they_are_asked_for() {
        RebuildReport report = new RebuildReport(FOUND, Optional.empty(), true);

        assertThat(report.text()).contains("load: there 1, anew 2", "there {\"load\":61}");
        assertThat(report.json()
                        .path("differences")
                        .get(2)
                        .path("there")
                        .path("load")
                        .asInt())
                .isEqualTo(61);
    }

    @Test
    void what_is_left_after_mending_is_said_of_each_difference() {
        Compared left = new Compared(COMPARED.differences().subList(0, 1), new TreeMap<>());
        RebuildReport report = new RebuildReport(FOUND, Optional.of(new RebuildBeside.Found(left, Set.of())), false);

        assertThat(report.isEqual()).isFalse();
        assertThat(report.table().objects().map(row -> row.path("mended").asText()))
                .containsExactly("no", "yes", "yes", "yes");
    }

    @Test
    void the_first_day_of_a_run_is_read_from_its_start() {
        Difference run = new Difference(
                Difference.Kind.TABLE,
                "session_revision",
                "anna",
                "anna/20261103T063000Z-running/8d5e0c2f9a417b36",
                Optional.empty(),
                Optional.empty());

        assertThat(run.day()).contains("2026-11-03");
    }

    private static SortedMap<String, byte[]> records(String... keysAndJson) {
        SortedMap<String, byte[]> records = new TreeMap<>();
        for (int i = 0; i < keysAndJson.length; i += 2) {
            records.put(keysAndJson[i], keysAndJson[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return records;
    }
}
