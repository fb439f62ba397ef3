package freshlegs.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardsTest {
    private static final int GRAFANA_10 = 38;

    @Test
    void each_panel_says_what_it_shows_in_which_unit_and_from_whatever_source_is_chosen() throws Exception {
        Set<String> uids = new HashSet<>();
        assertThat(Dashboards.all()).containsOnlyKeys("intake.json", "people.json", "pipeline.json", "streams.json");
        Dashboards.all().forEach((name, dashboard) -> {
            assertThat(uids.add(text(dashboard, "uid"))).as(name).isTrue();
            assertThat(text(dashboard, "title")).as(name).startsWith("Freshlegs: ");
            assertThat(text(dashboard, "description")).as(name).isNotBlank();
            assertThat(dashboard.path("schemaVersion").asInt()).isEqualTo(GRAFANA_10);
            JsonNode source = dashboard.path("templating").path("list").path(0);
            assertThat(text(source, "name") + " " + text(source, "type")).isEqualTo("datasource datasource");
            Set<Integer> ids = new HashSet<>();
            dashboard.path("panels").forEach(panel -> check(name, panel, ids));
        });
    }

    private static void check(String name, JsonNode panel, Set<Integer> ids) {
        String which = name + ": " + text(panel, "title");
        assertThat(ids.add(panel.path("id").asInt())).as(which).isTrue();
        assertThat(text(panel, "type")).as(which).isIn("timeseries", "stat");
        assertThat(text(panel, "title")).as(which).isNotBlank();
        assertThat(text(panel, "description")).as(which).endsWith(".");
        assertThat(text(panel.path("fieldConfig").path("defaults"), "unit"))
                .as(which)
                .isNotBlank();
        assertThat(panel.path("targets")).as(which).isNotEmpty();
        panel.path("targets").forEach(target -> {
            assertThat(text(target, "expr")).as(which).isNotBlank();
            assertThat(text(target, "legendFormat")).as(which).isNotBlank();
            assertThat(text(target.path("datasource"), "uid")).as(which).isEqualTo("${datasource}");
        });
        JsonNode place = panel.path("gridPos");
        assertThat(place.path("x").asInt() + place.path("w").asInt()).as(which).isBetween(1, 24);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
