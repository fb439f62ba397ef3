package freshlegs.coach.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.json.Json;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A notice as each service wants it. Nothing in it can be taken for markup, a mention or a second message there. Its actions are left out
 * for Slack and Discord: whoever reads a room could act in the name of its one reader.
 */
public final class Posts {
    public static final String KEY_HEADER = "Idempotency-Key";
    private static final String JSON = "application/json";
    private static final int DISCORD_LONGEST = 2_000;
    private static final int TELEGRAM_LONGEST = 4_096;
    private static final int SLACK_LONGEST = 4_000;
    private static final int NTFY_LONGEST = 3_000;
    private static final int URGENT = 5;
    private static final int USUAL = 3;

    private Posts() {}

    /** {@code secret} signs what goes to a webhook. */
    public static Post of(ChannelAddress address, Notice notice, String secret) {
        return switch (address.kind()) {
            case MAIL, PUSH -> throw new IllegalArgumentException(address + " is not posted so");
            case WEBHOOK -> webhook(address, notice, secret);
            case SLACK -> json(address.target(), notice, Map.of("text", slack(notice), "unfurl_links", false));
            case DISCORD ->
                json(
                        address.target(),
                        notice,
                        Map.of(
                                "content",
                                cut(notice.text(), DISCORD_LONGEST),
                                "allowed_mentions",
                                Map.of("parse", List.of())));
            case TELEGRAM ->
                json(telegram(address), notice, telegram(address.room().orElseThrow(), notice));
            case NTFY -> ntfy(address, notice);
        };
    }

    private static Post webhook(ChannelAddress address, Notice notice, String secret) {
        String body = withActions(notice);
        return Post.ofText(
                address.target(),
                JSON,
                body,
                Map.of(
                        KEY_HEADER,
                        notice.key(),
                        "webhook-id",
                        notice.key(),
                        "webhook-timestamp",
                        String.valueOf(notice.at().getEpochSecond()),
                        "webhook-signature",
                        Signature.of(secret, notice.key(), notice.at(), body)));
    }

    /** The actions as {@code label} and {@code url} beside what a program is told anyway. */
    private static String withActions(Notice notice) {
        if (notice.actions().isEmpty()) {
            return notice.json();
        }
        ObjectNode body = Json.read(notice.json(), ObjectNode.class);
        notice.actions().forEach(action -> body.withArray("actions")
                .addObject()
                .put("label", action.label())
                .put("url", action.address().toString()));
        return Json.writeText(body);
    }

    private static Post ntfy(ChannelAddress address, Notice notice) {
        Map<String, Object> body = new HashMap<>();
        body.put("topic", address.room().orElseThrow());
        body.put("title", notice.title());
        body.put("message", cut(String.join("\n", notice.lines()), NTFY_LONGEST));
        body.put("priority", notice.urgent() ? URGENT : USUAL);
        notice.link().ifPresent(link -> body.put("click", link.toString()));
        if (!notice.actions().isEmpty()) {
            body.put(
                    "actions",
                    notice.actions().stream()
                            .map(action -> new TreeMap<>(Map.of(
                                    "action", "view",
                                    "label", action.label(),
                                    "url", action.address().toString())))
                            .toList());
        }
        Post post = json(address.target(), notice, body);
        return address.token()
                .map(token -> {
                    Map<String, String> headers = new HashMap<>(post.headers());
                    headers.put("Authorization", "Bearer " + token);
                    return post.with(headers);
                })
                .orElse(post);
    }

    /**
     * Actions as buttons below the message. Telegram refuses the whole message for a button that leads to a name without a domain, as
     * that of this machine; they are lines of text then.
     */
    private static Map<String, Object> telegram(String chat, Notice notice) {
        boolean buttons = notice.actions().stream()
                .allMatch(action -> String.valueOf(action.address().getHost()).contains("."));
        Map<String, Object> body = new HashMap<>();
        body.put("chat_id", chat);
        body.put("text", cut(buttons ? notice.text() : notice.textWithActions(), TELEGRAM_LONGEST));
        body.put("disable_web_page_preview", true);
        if (buttons && !notice.actions().isEmpty()) {
            List<List<TreeMap<String, String>>> rows = notice.actions().stream()
                    .map(action -> List.of(new TreeMap<>(Map.of(
                            "text", action.label(), "url", action.address().toString()))))
                    .toList();
            body.put("reply_markup", Map.of("inline_keyboard", rows));
        }
        return body;
    }

    private static URI telegram(ChannelAddress address) {
        URI target = address.target();
        return URI.create(target.getScheme() + "://" + target.getRawAuthority() + "/bot"
                + address.token().orElseThrow() + target.getRawPath());
    }

    private static Post json(URI address, Notice notice, Map<String, ?> body) {
        return Post.ofText(address, JSON, Json.writeText(new TreeMap<>(body)), Map.of(KEY_HEADER, notice.key()));
    }

    /** Slack reads {@code &}, {@code <} and {@code >} as its own; everything else is text. */
    private static String slack(Notice notice) {
        String text = cut(notice.text(), SLACK_LONGEST);
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
    }
}
