package freshlegs.coach.tell;

import freshlegs.coach.SmtpSettings;
import freshlegs.coach.read.Database;
import freshlegs.model.DatabaseAddress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The real senders as a process of their own, which can be killed and stopped. */
@SuppressWarnings("try") // senders work while they are open
final class SendersProcess implements AutoCloseable {
    /** Where a delivery that is tried for the first time stays, until something is said to the process. */
    enum Hold {
        NOWHERE,
        BEFORE_IT_IS_SENT,
        BEFORE_IT_IS_WRITTEN_DOWN
    }

    /** As usual, but quick to see what is new. */
    private static final Patience PATIENCE = new Patience(
            Duration.ofMillis(50),
            Patience.USUAL.timeLimit(),
            Patience.USUAL.lease(),
            Patience.USUAL.firstPause(),
            Patience.USUAL.longestPause(),
            Patience.USUAL.tries());

    private final Process process;
    private final Path log;

    private SendersProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** {@code now} is what its clock shows at first. */
    static SendersProcess start(DatabaseAddress database, int smtp, Instant now, Hold hold, Path log) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                SendersProcess.class.getName()));
        command.addAll(List.of(database.jdbcUrl(), String.valueOf(smtp), now.toString(), hold.name()));
        try {
            return new SendersProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP and SIGCONT. */
    void signal(String name) throws Exception {
        int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + code);
        }
    }

    /** Lets go what it holds. */
    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** How many deliveries it holds. */
    long held() {
        return lines("held");
    }

    /** How many tries have ended, but for writing it down. */
    long ended() {
        return lines("ended");
    }

    /** How many tries were not received, which has been written down as well. */
    long putOff() {
        return lines("not received on try");
    }

    private long lines(String words) {
        try {
            return Files.readString(log)
                    .lines()
                    .filter(line -> line.contains(words))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Ends with its parent at the latest, since nobody speaks to it any more. */
    public static void main(String[] args) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse(args[2])));
        SmtpSettings smtp = new SmtpSettings(URI.create("smtp://127.0.0.1:" + args[1]), "legs@freshlegs.example");
        CountDownLatch go = new CountDownLatch(1);
        try (Database database = Database.at(new DatabaseAddress(args[0], "postgres", ""));
                ChannelSender channels = PeopleToTell.channels(database, Optional.of(smtp), PATIENCE, clock);
                OutboxSenders senders = PeopleToTell.senders(
                        database, courier -> holding(courier, Hold.valueOf(args[3]), go), channels, PATIENCE, clock)) {
            while (System.in.read() >= 0) {
                go.countDown();
            }
        }
    }

    private static Courier holding(Courier courier, Hold hold, CountDownLatch go) {
        return delivery -> {
            if (hold == Hold.BEFORE_IT_IS_SENT && delivery.attempt() == 1) {
                wait(go);
            }
            Told told = courier.tell(delivery);
            if (hold == Hold.BEFORE_IT_IS_WRITTEN_DOWN && delivery.attempt() == 1) {
                wait(go);
            }
            say("ended");
            return told;
        };
    }

    private static void wait(CountDownLatch go) throws InterruptedException {
        say("held");
        go.await();
    }

    private static synchronized void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
