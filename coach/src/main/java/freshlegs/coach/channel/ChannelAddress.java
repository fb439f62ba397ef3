package freshlegs.coach.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where messages go, written as one address: what the receiving service hands out is taken as it is, such as a webhook of Slack or
 * Discord. {@code target} is requested (or holds the mailbox, as {@code mailto:}), {@code room} is the chat or topic there and
 * {@code token} what opens it. An address is a secret: only {@link #shown} is ever shown.
 *
 * <p>{@code mailto:ben@example.org}; {@code https://...} (a webhook, or Slack or Discord by its host); {@code ntfy://host/topic};
 * {@code telegram://token@telegram?chat=id}; and {@code kind+https://...} or {@code kind+http://...} for the same services elsewhere,
 * such as {@code slack+https://} for a Mattermost. {@code push+https://...#p256dh=...&auth=...} is a browser that takes web push: its
 * {@code room} is the key that it gave, its {@code token} the secret that it shares.
 */
public record ChannelAddress(Kind kind, URI target, Optional<String> room, Optional<String> token) {
    private static final int LONGEST = 1_000;
    private static final Pattern MAILBOX =
            Pattern.compile("[^\\s@<>(),;:\"\\\\]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
    private static final Pattern TOPIC = Pattern.compile("/([A-Za-z0-9_-]{1,64})/?");
    private static final Pattern CHAT = Pattern.compile("chat=(-?\\d{1,20}|@[A-Za-z0-9_]{3,64})");
    private static final Pattern BROWSER =
            Pattern.compile("p256dh=([A-Za-z0-9_-]{87})=?&auth=([A-Za-z0-9_-]{22})={0,2}");
    private static final Pattern BOT = Pattern.compile("\\d{3,20}:[A-Za-z0-9_-]{10,100}");

    /**
     * Reads what somebody entered.
     *
     * @throws IllegalArgumentException saying what is wrong with it, without repeating it
     */
    public static ChannelAddress of(String entered) {
        String text = entered.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("An address has 1 to " + LONGEST + " characters.");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mailto:") || (!text.contains(":") && text.contains("@"))) {
            return mail(text.substring(lower.startsWith("mailto:") ? "mailto:".length() : 0));
        }
        URI uri = uri(text);
        String[] scheme = uri.getScheme().toLowerCase(Locale.ROOT).split("\\+", 2);
        if (scheme.length == 1 && (scheme[0].equals("https") || scheme[0].equals("http"))) {
            return at(kindAt(uri.getHost()), scheme[0], uri);
        }
        Kind kind = Kind.of(scheme[0]).orElseThrow(ChannelAddress::unknown);
        String web = scheme.length == 1 ? "https" : scheme[1];
        if (!web.equals("https") && !web.equals("http")) {
            throw unknown();
        }
        boolean usual = scheme.length == 1 && kind == Kind.TELEGRAM;
        return at(
                kind,
                web,
                usual ? uri("https://" + uri.getRawUserInfo() + "@api.telegram.org/?" + uri.getRawQuery()) : uri);
    }

    private static Kind kindAt(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "hooks.slack.com" -> Kind.SLACK;
            case "discord.com", "discordapp.com" -> Kind.DISCORD;
            default -> Kind.WEBHOOK;
        };
    }

    private static ChannelAddress at(Kind kind, String web, URI uri) {
        return switch (kind) {
            case MAIL -> throw unknown();
            case NTFY -> new ChannelAddress(kind, plain(web, uri, "/", false), Optional.of(topic(uri)), user(uri));
            case PUSH -> {
                Matcher keys = BROWSER.matcher(String.valueOf(uri.getRawFragment()));
                if (!keys.matches()) {
                    throw unknown();
                }
                yield new ChannelAddress(
                        kind,
                        plain(web, uri, uri.getRawPath(), true),
                        Optional.of(keys.group(1)),
                        Optional.of(keys.group(2)));
            }
            case TELEGRAM -> {
                String bot = user(uri)
                        .filter(token -> BOT.matcher(token).matches())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "A Telegram address names its bot's token:" + " telegram://token@telegram?chat=id."));
                yield new ChannelAddress(
                        kind, plain(web, uri, "/sendMessage", false), Optional.of(chat(uri)), Optional.of(bot));
            }
            default -> {
                if (uri.getRawUserInfo() != null) {
                    throw new IllegalArgumentException("This address must not hold a user name or password.");
                }
                yield new ChannelAddress(
                        kind, plain(web, uri, uri.getRawPath(), true), Optional.empty(), Optional.empty());
            }
        };
    }

    private static ChannelAddress mail(String mailbox) {
        if (!MAILBOX.matcher(mailbox).matches()) {
            throw new IllegalArgumentException("An e-mail address looks like name@example.org.");
        }
        return new ChannelAddress(Kind.MAIL, URI.create("mailto:" + mailbox), Optional.empty(), Optional.empty());
    }

    private static URI uri(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw unknown();
        }
        return uri;
    }

    private static URI plain(String web, URI uri, String path, boolean query) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String asked = query && uri.getRawQuery() != null ? "?" + uri.getRawQuery() : "";
        return URI.create(web + "://" + uri.getHost() + port + path + asked);
    }

    private static String topic(URI uri) {
        Matcher topic = TOPIC.matcher(uri.getRawPath());
        if (!topic.matches()) {
            throw new IllegalArgumentException("A ntfy address names its topic: ntfy://host/topic.");
        }
        return topic.group(1);
    }

    private static String chat(URI uri) {
        Matcher chat = CHAT.matcher(String.valueOf(uri.getRawQuery()));
        if (!chat.matches()) {
            throw new IllegalArgumentException("A Telegram address names its chat: telegram://token@telegram?chat=id.");
        }
        return chat.group(1);
    }

    private static Optional<String> user(URI uri) {
        return Optional.ofNullable(uri.getRawUserInfo()).map(info -> info.startsWith(":") ? info.substring(1) : info);
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException(
                "This is no address that messages can be sent to: name@example.org, https://...,"
                        + " ntfy://host/topic or telegram://token@telegram?chat=id.");
    }

    /**
     * Whether one person reads what comes there, as far as the address says: not a channel of Slack or Discord, where others read along,
     * nor a group of Telegram, whose id is negative or a name.
     */
    public boolean isForOneReader() {
        return switch (kind) {
            case MAIL, WEBHOOK, NTFY, PUSH -> true;
            case TELEGRAM ->
                room.filter(chat -> Character.isDigit(chat.charAt(0))).isPresent();
            case SLACK, DISCORD -> false;
        };
    }

    /** Without what opens it. */
    public String shown() {
        return kind == Kind.MAIL ? target.getSchemeSpecificPart() : target.getHost();
    }

    @Override
    public String toString() {
        return "ChannelAddress[" + kind + "]";
    }
}
