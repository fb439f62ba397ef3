package freshlegs.coach.tell;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Sayings;
import freshlegs.model.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A message of the outbox in words: what is suspected of whom, why, how surely, what the plan did, and where to answer. */
final class AlertNotice {
    private static final Set<String> URGENT = Set.of("RED", "ILLNESS", "STOP");

    private final URI console;
    private final Sayings sayings;

    /** {@code console} is where people open the console. */
    AlertNotice(URI console, Sayings sayings) {
        this.console = console;
        this.sayings = sayings;
    }

    /** Which alert a message of the outbox is about. */
    static String alert(String json) {
        return Json.read(json, JsonNode.class).path("id").asText();
    }

    /** {@code json} is what the outbox holds, {@code key} that of the message by which it is told. */
    Notice of(String key, String json, Reader reader, Instant now) {
        JsonNode told = Json.read(json, JsonNode.class);
        return new Notice(
                key,
                now,
                URGENT.contains(told.path("step").asText()),
                title(told, reader),
                lines(told, reader),
                Optional.of(console.resolve("/episodes/" + told.path("id").asText())),
                isGone(told) ? List.of() : reader.actions(),
                json);
    }

    /** Whom it is about and what is suspected; for the athlete herself what to do. */
    String title(JsonNode told, Reader reader) {
        String step = told.path("step").asText().toLowerCase(Locale.ROOT);
        if (reader.herself()) {
            String cause = told.path("cause").asText().toLowerCase(Locale.ROOT);
            return sayings.say("messages.calm." + (isGone(told) ? step : cause));
        }
        return sayings.say(
                "messages.title." + (isGone(told) || step.equals("back") ? step : "alert"),
                told.path("athlete").asText(),
                sayings.say("messages.status." + told.path("status").asText()),
                sayings.say("messages.cause." + told.path("cause").asText()));
    }

    private static boolean isGone(JsonNode told) {
        return told.path("step").asText().equals("GONE");
    }

    /** Why and how surely, and what the plan did; for the athlete herself what is said to her. */
    List<String> lines(JsonNode told, Reader reader) {
        if (reader.herself()) {
            return List.of(
                    isGone(told)
                            ? sayings.say("messages.calm.gone.line")
                            : reader.calmly().orElse(told.path("athleteWhy").asText()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(told.path("why").asText());
        add(lines, "messages.confidence", told.path("confidence").path("why").asText());
        add(lines, "messages.context", joined(told.path("context")));
        add(lines, "messages.missing", joined(told.path("missing")));
        JsonNode plan = told.path("adjustment");
        if (plan.hasNonNull("reason")) {
            lines.add(sayings.say(
                    "messages.plan",
                    plan.path("date").asText(),
                    plan.path("reason").asText()));
        }
        Optional.of(told.path("clears").asText().strip())
                .filter(clears -> !clears.isEmpty())
                .ifPresent(lines::add);
        reader.confirmed().ifPresent(confirmed -> lines.add(sayings.say("messages.confirmed", confirmed)));
        return lines;
    }

    private void add(List<String> lines, String key, String detail) {
        String bare = detail.strip().replaceAll("\\.$", "");
        if (!bare.isEmpty()) {
            lines.add(sayings.say(key, bare));
        }
    }

    private static String joined(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("; "));
    }
}
