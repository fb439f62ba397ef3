package freshlegs.app.setting;

import freshlegs.coach.outgoing.Block;
import freshlegs.ingest.original.Bucket;
import freshlegs.ingest.relay.IntervalsAddress;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readers of settings: each answers with the value or with an exception that says what would have been right. */
final class Read {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern SERVER = Pattern.compile("[^\\s,:]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Read() {}

    static Path folder(String text) {
        try {
            return text.isEmpty()
                    ? StandardFolder.ofUser()
                    : Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("give a folder", e);
        }
    }

    static Optional<Path> file(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("give a file", e);
        }
    }

    static ZoneId zone(String text) {
        try {
            return text.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("give a time zone such as Europe/Berlin", e);
        }
    }

    static Optional<String> bootstrap(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (String server : text.split(",", -1)) {
            if (!SERVER.matcher(server.strip()).matches()) {
                throw new IllegalArgumentException("give host:port, several separated by commas");
            }
        }
        return Optional.of(text);
    }

    static Map<String, String> properties(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(text))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("give a properties file that can be read", e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    static Optional<URI> smtp(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI server = new URI(text);
            if (server.getHost() != null && Set.of("smtp", "smtps").contains(server.getScheme())) {
                return Optional.of(server);
            }
        } catch (URISyntaxException e) {
            // Not repeated: it may hold a password.
        }
        throw new IllegalArgumentException("give a mail server such as smtp://user:password@host:587");
    }

    static List<Block> blocks(String text) {
        return Stream.of(text.split(",", -1))
                .filter(part -> !part.isBlank())
                .map(Block::of)
                .toList();
    }

    static Optional<String> jdbc(String text) {
        if (!text.isEmpty() && !text.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("give an address such as jdbc:postgresql://host:5432/freshlegs");
        }
        return Optional.of(text).filter(url -> !url.isEmpty());
    }

    static Optional<URI> web(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(text);
            String scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("give an address such as https://example.org/hook", e);
        }
        throw new IllegalArgumentException("give an address such as https://example.org/hook");
    }

    static Optional<Bucket.Name> originals(String text) {
        return text.equals("folder") ? Optional.empty() : Optional.of(Bucket.Name.of(text));
    }

    static String region(String text) {
        if (!REGION.matcher(text).matches()) {
            throw new IllegalArgumentException("give a region such as eu-central-1");
        }
        return text;
    }

    static Optional<String> encryption(String text) {
        if (!Set.of("", "AES256", "aws:kms").contains(text)) {
            throw new IllegalArgumentException("give AES256 or aws:kms");
        }
        return optional(text);
    }

    static Optional<String> optional(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    static boolean onOff(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("give on or off");
        };
    }

    static IntervalsAddress intervals(String text) {
        try {
            return IntervalsAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "give an https address such as https://intervals.icu, or this machine's own", e);
        }
    }

    static Function<String, Integer> number(int lowest, int highest) {
        return text -> {
            String wanted = "give a number from " + lowest + " to " + highest;
            try {
                int number = Integer.parseInt(text);
                if (number >= lowest && number <= highest) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(wanted, e);
            }
            throw new IllegalArgumentException(wanted);
        };
    }

    static Function<String, Duration> duration(Duration shortest, Duration longest) {
        return text -> {
            Matcher parts = DURATION.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("give a duration such as 500ms, 10s, 5m or 1h");
            }
            long amount = Long.parseLong(parts.group(1));
            Duration duration =
                    switch (parts.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        default -> Duration.ofHours(amount);
                    };
            if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
                throw new IllegalArgumentException("give a duration from " + said(shortest) + " to " + said(longest));
            }
            return duration;
        };
    }

    static String instance(String text) {
        if (!INSTANCE.matcher(text).matches()) {
            throw new IllegalArgumentException("give 1 to 64 letters, digits, '-', '_' or '.'");
        }
        return text;
    }

    static LogForm logForm(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "text" -> LogForm.TEXT;
            case "json" -> LogForm.JSON;
            default -> throw new IllegalArgumentException("give text or json");
        };
    }

    static LogLevel logLevel(String text) {
        try {
            return LogLevel.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("give error, warn, info or debug", e);
        }
    }

    private static String said(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
