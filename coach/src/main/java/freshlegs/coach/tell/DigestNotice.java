package freshlegs.coach.tell;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.tell.Deliveries.Content;
import freshlegs.model.Status;
import freshlegs.model.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What has come together of a day in words: a line or two for each alert, the worst first, and where to see them all. */
final class DigestNotice {
    /** More would not fit into one message of every kind of channel. */
    private static final int MOST = 8;

    private static final int LONGEST_WHY = 120;

    private final AlertNotice alerts;
    private final URI console;
    private final Sayings sayings;

    /** {@code console} is where people open the console. */
    DigestNotice(AlertNotice alerts, URI console, Sayings sayings) {
        this.alerts = alerts;
        this.console = console;
        this.sayings = sayings;
    }

    /** One message of it, with who reads it. */
    private record Line(JsonNode told, boolean held, Reader reader) {
        boolean gone() {
            return told.path("step").asText().equals("GONE");
        }

        Status status() {
            return Status.valueOf(told.path("status").asText());
        }

        String athlete() {
            return told.path("athlete").asText();
        }
    }

    Notice of(Delivery delivery, List<Content> contents, Function<Content, Reader> readers, Instant now) {
        List<Line> lines = contents.stream()
                .map(content ->
                        new Line(Json.read(content.json(), JsonNode.class), content.held(), readers.apply(content)))
                .sorted(Comparator.comparing(Line::gone)
                        .thenComparing(Line::status, Comparator.reverseOrder())
                        .thenComparing(Line::athlete)
                        .thenComparing(line -> line.told().path("id").asText()))
                .toList();
        return new Notice(
                delivery.key(),
                now,
                false,
                title(lines),
                said(lines),
                Optional.of(console.resolve("/")),
                json(delivery, lines));
    }

    private String title(List<Line> lines) {
        long athletes = lines.stream()
                .filter(line -> !line.gone())
                .map(Line::athlete)
                .distinct()
                .count();
        if (athletes == 0) {
            return sayings.say("messages.digest.gone", lines.size());
        }
        return lines.stream().allMatch(line -> line.reader().herself())
                ? sayings.say("messages.digest.herself")
                : sayings.say("messages.digest.title", athletes);
    }

    private List<String> said(List<Line> lines) {
        List<String> said = new ArrayList<>();
        lines.stream().limit(MOST).forEach(line -> {
            said.add(alerts.title(line.told(), line.reader()) + ".");
            alerts.lines(line.told(), line.reader()).stream()
                    .findFirst()
                    .map(DigestNotice::cut)
                    .filter(why -> !why.isBlank())
                    .ifPresent(said::add);
        });
        if (lines.size() > MOST) {
            said.add(sayings.say("messages.digest.more", lines.size() - MOST));
        }
        long held = lines.stream().filter(Line::held).count();
        if (held > 0) {
            said.add(sayings.say("messages.digest.held", held));
        }
        return said;
    }

    private static String cut(String why) {
        return why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY - 1) + "\u2026";
    }

    private static String json(Delivery delivery, List<Line> lines) {
        return Json.writeText(new TreeMap<>(Map.of(
                "step",
                Delivery.DIGEST,
                "day",
                delivery.subject(),
                "heldBack",
                lines.stream().filter(Line::held).count(),
                "alerts",
                lines.stream().map(Line::told).toList())));
    }
}
