package freshlegs.coach.channel;

import freshlegs.model.json.Json;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A notice as each service wants it. Nothing in it can be taken for markup, a mention or a second message there. */
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
                json(
                        telegram(address),
                        notice,
                        Map.of(
                                "chat_id", address.room().orElseThrow(),
                                "text", cut(notice.text(), TELEGRAM_LONGEST),
                                "disable_web_page_preview", true));
            case NTFY -> ntfy(address, notice);
        };
    }

    private static Post webhook(ChannelAddress address, Notice notice, String secret) {
        return Post.ofText(
                address.target(),
                JSON,
                notice.json(),
                Map.of(
                        KEY_HEADER,
                        notice.key(),
                        "webhook-id",
                        notice.key(),
                        "webhook-timestamp",
                        String.valueOf(notice.at().getEpochSecond()),
                        "webhook-signature",
                        Signature.of(secret, notice.key(), notice.at(), notice.json())));
    }

    private static Post ntfy(ChannelAddress address, Notice notice) {
        Map<String, Object> body = new HashMap<>();
        body.put("topic", address.room().orElseThrow());
        body.put("title", notice.title());
        body.put("message", cut(String.join("\n", notice.lines()), NTFY_LONGEST));
        body.put("priority", notice.urgent() ? URGENT : USUAL);
        notice.link().ifPresent(link -> body.put("click", link.toString()));
        Post post = json(address.target(), notice, body);
        return address.token()
                .map(token -> {
                    Map<String, String> headers = new HashMap<>(post.headers());
                    headers.put("Authorization", "Bearer " + token);
                    return post.with(headers);
                })
                .orElse(post);
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
