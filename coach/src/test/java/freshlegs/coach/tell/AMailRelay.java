package freshlegs.coach.tell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a real mail server, passes on what is said in both directions, and behaves as told. */
final class AMailRelay implements AutoCloseable {
    private static final byte[] FLOOD = "250-and more\r\n".repeat(5_000).getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final int behind;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile CountDownLatch reached = new CountDownLatch(1);
    private volatile MailHabit habit;

    private AMailRelay(ServerSocket server, int behind, MailHabit habit) {
        this.server = server;
        this.behind = behind;
        this.habit = habit;
    }

    /** {@code behind} is the port of the real one. */
    static AMailRelay before(int behind, MailHabit habit) {
        try {
            AMailRelay relay = new AMailRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behind, habit);
            relay.threads.execute(relay::listen);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** From the next connection on. */
    void nowHas(MailHabit other) {
        habit = other;
        reached = new CountDownLatch(1);
    }

    /** Whether the habit has shown. */
    boolean hasShown() {
        return reached.getCount() == 0;
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket real = new Socket(InetAddress.getLoopbackAddress(), behind);
                Conversation conversation = new Conversation(client, real, habit);
                threads.execute(conversation::hear);
                threads.execute(conversation::answer);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private final class Conversation {
        private final Socket client;
        private final Socket real;
        private final MailHabit own;
        private final AtomicBoolean triggered;

        Conversation(Socket client, Socket real, MailHabit own) {
            this.client = client;
            this.real = real;
            this.own = own;
            this.triggered = new AtomicBoolean(own.trigger().isEmpty());
        }

        /** What the client says goes on to the real one, but for the rest of a mail within which it is closed. */
        void hear() {
            try (client;
                    real) {
                InputStream in = client.getInputStream();
                StringBuilder said = new StringBuilder();
                byte[] piece = new byte[8 << 10];
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    said.append(new String(piece, 0, length, StandardCharsets.ISO_8859_1));
                    if (!own.trigger().isEmpty() && said.indexOf(own.trigger()) >= 0) {
                        triggered.set(true);
                        reached.countDown();
                        if (own.then() == MailHabit.Then.CLOSE) {
                            return;
                        }
                    }
                    if (own.then() != MailHabit.Then.SWALLOW || !triggered.get()) {
                        real.getOutputStream().write(piece, 0, length);
                    }
                }
            } catch (IOException gone) {
                // either side has closed, as it may
            }
        }

        void answer() {
            try {
                InputStream in = real.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] piece = new byte[8 << 10];
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    byte[] words = Arrays.copyOf(piece, length);
                    if (!triggered.get()) {
                        out.write(words);
                    } else if (!behave(out, words)) {
                        return;
                    }
                }
            } catch (IOException gone) {
                // either side has closed, as it may
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                hangUp();
            }
        }

        private void hangUp() {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Whether the conversation goes on. */
        private boolean behave(OutputStream out, byte[] words) throws IOException, InterruptedException {
            reached.countDown();
            switch (own.then()) {
                case PASS -> out.write(words);
                case HANG, SWALLOW -> {
                    closing.await();
                    return false;
                }
                case CLOSE, CLOSE_BEFORE_ANSWER -> {
                    return false;
                }
                case TRICKLE -> {
                    while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                        out.write("250-and more\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
                case FLOOD -> {
                    while (closing.getCount() > 0) {
                        out.write(FLOOD);
                    }
                }
                case TALK_RUBBISH -> out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                case REFUSE -> out.write("550 no such mailbox\r\n".getBytes(StandardCharsets.US_ASCII));
                case TWICE -> {
                    out.write(words);
                    out.write(words);
                }
            }
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
