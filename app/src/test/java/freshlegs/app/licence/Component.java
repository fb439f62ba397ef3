package freshlegs.app.licence;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A library of the bill of materials: what Maven calls it, and the licences that it offers. */
record Component(String name, List<String> licences) {
    private static final String OURS = "freshlegs";

    Component {
        licences = List.copyOf(licences);
    }

    static List<Component> in(Path bill) throws IOException {
        return all(Json.MAPPER.readTree(Files.readAllBytes(bill)));
    }

    /** All but our own modules. */
    static List<Component> all(JsonNode bill) {
        return StreamSupport.stream(bill.path("components").spliterator(), false)
                .filter(component -> !component.path("group").asText().equals(OURS))
                .map(Component::of)
                .distinct()
                .toList();
    }

    private static Component of(JsonNode component) {
        return new Component(
                component.path("group").asText() + ":" + component.path("name").asText(),
                StreamSupport.stream(component.path("licenses").spliterator(), false)
                        .map(Component::licence)
                        .sorted()
                        .distinct()
                        .toList());
    }

    /** An SPDX id or expression, else whatever its author calls it. */
    private static String licence(JsonNode offered) {
        JsonNode licence = offered.path("license");
        return offered.path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText()));
    }
}
