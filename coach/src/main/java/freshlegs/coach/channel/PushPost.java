package freshlegs.coach.channel;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A notice for a browser that takes web push: encrypted for it alone (RFC 8291), signed as ours (RFC 8292). Of two with the same key the
 * push service and the browser keep one.
 */
public final class PushPost {
    /** What every push service takes, encrypted, is 4,096 bytes. */
    private static final int MOST_BYTES = 2_400;

    /** More are not shown by browsers. */
    private static final int SHOWN_ACTIONS = 2;

    private static final int TOPIC_CHARACTERS = 32;
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String TYPE = "application/octet-stream";

    private final String subject;
    private final Supplier<VapidKeys> keys;

    /** {@code subject} is an https or mail address where push services could reach whoever runs this. */
    public PushPost(String subject, Supplier<VapidKeys> keys) {
        this.subject = subject;
        this.keys = keys;
    }

    public Post of(ChannelAddress browser, Notice notice) {
        WebPush push = new WebPush(subject, keys.get());
        byte[] body = push.getBody(
                message(notice),
                bytes(browser.room().orElseThrow()),
                bytes(browser.token().orElseThrow()));
        WebPush.Urgency urgency = notice.urgent() ? WebPush.Urgency.High : WebPush.Urgency.Normal;
        Map<String, String> headers = new HashMap<>(
                push.getHeaders(browser.target().toString(), (int) KEPT.toSeconds(), topic(notice.key()), urgency));
        headers.keySet().removeIf("Content-Type"::equalsIgnoreCase);
        return new Post(browser.target(), TYPE, body, headers);
    }

    /** As the worker in the browser reads it. */
    private static byte[] message(Notice notice) {
        Map<String, Object> message = new TreeMap<>();
        message.put("key", notice.key());
        message.put("title", notice.title());
        message.put("body", cut(String.join("\n", notice.lines())));
        notice.link().ifPresent(link -> message.put("link", link.toString()));
        if (!notice.actions().isEmpty()) {
            message.put(
                    "actions", notice.actions().stream().limit(SHOWN_ACTIONS).toList());
        }
        return Json.writeText(message).getBytes(StandardCharsets.UTF_8);
    }

    /** At most so many bytes, of whole characters. */
    private static String cut(String text) {
        String rest = text;
        while (Json.writeText(rest).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            rest = rest.substring(0, rest.offsetByCodePoints(0, rest.codePointCount(0, rest.length()) * 9 / 10));
        }
        return rest.equals(text) ? text : rest + "\u2026";
    }

    /** Names a message without telling what it is about. */
    private static String topic(String key) {
        return ContentHash.of(key.getBytes(StandardCharsets.UTF_8)).substring(0, TOPIC_CHARACTERS);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
