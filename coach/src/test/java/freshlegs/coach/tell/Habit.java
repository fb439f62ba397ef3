package freshlegs.coach.tell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** How a web server answers a message that it has had, and what that must look like from here. */
enum Habit {
    ANSWERS(Optional.empty()),
    FAILS(Optional.of("answered with status 500")),
    IS_BUSY(Optional.of("answered with status 429")),
    NEVER_READS(Optional.of("no answer in time")),
    READS_HALF(Optional.of("no answer in time")),
    NEVER_ANSWERS(Optional.of("no answer in time")),
    CLOSES_BEFORE_ITS_STATUS(Optional.of(Habit.CLOSED)),
    CLOSES_WITHIN_ITS_STATUS(Optional.of(Habit.CLOSED)),
    CLOSES_WITHIN_ITS_BODY(Optional.empty()),
    ANSWERS_TWICE(Optional.empty()),
    TALKS_RUBBISH_AFTERWARDS(Optional.empty()),
    TALKS_RUBBISH(Optional.of(Habit.CLOSED)),
    HINTS_AND_ANSWERS(Optional.empty()),
    TRICKLES_ITS_STATUS(Optional.of("no answer in time")),
    TRICKLES_ITS_BODY(Optional.empty()),
    SENDS_A_HUGE_BODY(Optional.empty()),
    SENDS_HUGE_HEADERS(Optional.of(Habit.CLOSED)),
    REDIRECTS(Optional.of("answered with status 307"));

    /** It depends on which is noticed first. */
    private static final String CLOSED =
            "the connection was closed before an answer|what came back is no answer|the connection failed";

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int HUGE = 100 << 20;
    private static final int PIECE = 1 << 16;

    private final Optional<String> trouble;

    Habit(Optional<String> trouble) {
        this.trouble = trouble;
    }

    /** A pattern for what is said of it; nothing where the message counts as received. */
    Optional<String> trouble() {
        return trouble;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has a message whole before it answers. */
    boolean reads() {
        return this != NEVER_READS && this != READS_HALF;
    }

    boolean closes() {
        return name().startsWith("CLOSES") || this == REDIRECTS;
    }

    /** Says it; {@code rest} waits until the test ends. */
    void answer(OutputStream out, AWebReceiver receiver) throws IOException, InterruptedException {
        switch (this) {
            case ANSWERS -> say(out, OK);
            case FAILS -> say(out, "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n");
            case IS_BUSY -> say(out, "HTTP/1.1 429 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
            case NEVER_READS, READS_HALF, NEVER_ANSWERS -> receiver.rest();
            case CLOSES_BEFORE_ITS_STATUS -> {}
            case CLOSES_WITHIN_ITS_STATUS -> say(out, "HTTP/1.1 2");
            case CLOSES_WITHIN_ITS_BODY -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthank");
            case ANSWERS_TWICE -> {
                say(out, OK + OK);
                receiver.rest();
            }
            case TALKS_RUBBISH_AFTERWARDS -> {
                say(out, OK + "and \0 what not\r\n\r\n");
                receiver.rest();
            }
            case TALKS_RUBBISH -> say(out, "220 mail.example ESMTP\r\n\r\n\r\n");
            case HINTS_AND_ANSWERS -> say(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK);
            case TRICKLES_ITS_STATUS -> trickle(out, "HTTP/1.1 200 " + "O".repeat(PIECE), receiver);
            case TRICKLES_ITS_BODY -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                trickle(out, "o".repeat(PIECE), receiver);
            }
            case SENDS_A_HUGE_BODY -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Length: " + HUGE + "\r\n\r\n");
                flood(out, receiver);
            }
            case SENDS_HUGE_HEADERS -> {
                say(out, "HTTP/1.1 200 OK\r\nX-Huge: ");
                flood(out, receiver);
            }
            case REDIRECTS -> say(out, "HTTP/1.1 307 There\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void trickle(OutputStream out, String words, AWebReceiver receiver)
            throws IOException, InterruptedException {
        for (int i = 0; i < words.length(); i++) {
            say(out, words.substring(i, i + 1));
            if (receiver.isClosing(20)) {
                return;
            }
        }
    }

    private static void flood(OutputStream out, AWebReceiver receiver) throws IOException {
        byte[] piece = "o".repeat(PIECE).getBytes(StandardCharsets.ISO_8859_1);
        for (int sent = 0; sent < HUGE; sent += PIECE) {
            out.write(piece);
            receiver.flooded(PIECE);
        }
    }
}
