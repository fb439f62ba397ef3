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
    private static final Set<String> NOT_A_STATUS = Set.of("GONE", "BACK");

    private final URI console;
    private final Sayings sayings;

    /** {@code console} is where people open the console. */
    AlertNotice(URI console, Sayings sayings) {
        this.console = console;
        this.sayings = sayings;
    }

    Notice of(Message message, Instant now) {
        JsonNode told = Json.read(message.json(), JsonNode.class);
        String step = told.path("step").asText();
        return new Notice(
                message.idempotencyKey(),
                now,
                URGENT.contains(step),
                title(told, step),
                lines(told),
                Optional.of(console.resolve("/episodes/" + told.path("id").asText())),
                message.json());
    }

    private String title(JsonNode told, String step) {
        String key = "messages.title." + (NOT_A_STATUS.contains(step) ? step.toLowerCase(Locale.ROOT) : "alert");
        return sayings.say(
                key,
                told.path("athlete").asText(),
                sayings.say("messages.status." + told.path("status").asText()),
                sayings.say("messages.cause." + told.path("cause").asText()));
    }

    private List<String> lines(JsonNode told) {
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
