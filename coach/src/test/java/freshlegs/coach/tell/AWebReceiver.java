package freshlegs.coach.tell;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A web server on this machine, spoken to by bare sockets: it counts what it has had whole, and answers by habit. */
final class AWebReceiver implements AutoCloseable {
    /** What it has had whole. */
    record Heard(String path, String key, String body) {}

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Habit> next = new ConcurrentLinkedQueue<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);
    private final AtomicLong flooded = new AtomicLong();

    private AWebReceiver(ServerSocket server) {
        this.server = server;
    }

    /** Has these habits, one a request, and from then on answers well. */
    static AWebReceiver that(Habit... habits) {
        try {
            AWebReceiver receiver = new AWebReceiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            receiver.next.addAll(List.of(habits));
            receiver.threads.execute(receiver::listen);
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** How many of them somebody sees who drops what has a key that was there before. */
    long visibleOnce() {
        return heard.stream().map(Heard::key).distinct().count();
    }

    /** No answers until {@link #letAnswer}. */
    void holdBack() {
        mayAnswer = new CountDownLatch(1);
    }

    void letAnswer() {
        mayAnswer.countDown();
    }

    /** From the next request on. */
    void nowHas(Habit habit) {
        next.add(habit);
    }

    /** Whether it has no habits left but to answer well. */
    boolean hasShown() {
        return next.isEmpty();
    }

    long flooded() {
        return flooded.get();
    }

    void flooded(int bytes) {
        flooded.addAndGet(bytes);
    }

    void rest() throws InterruptedException {
        closing.await();
    }

    boolean isClosing(long milliseconds) throws InterruptedException {
        return closing.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Habit habit = Habit.ANSWERS;
            while (!habit.closes() && closing.getCount() > 0) {
                habit = Optional.ofNullable(next.peek()).orElse(Habit.ANSWERS);
                if (habit.reads()) {
                    heard.add(read(in));
                } else if (habit == Habit.READS_HALF) {
                    line(in);
                }
                next.poll();
                mayAnswer.await();
                habit.answer(socket.getOutputStream(), this);
            }
        } catch (IOException gone) {
            // the other side has closed, as it may
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Heard read(InputStream in) throws IOException {
        String path = line(in).split(" ", -1)[1];
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": *", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("closed within a message");
        }
        return new Heard(
                path,
                headers.getOrDefault("idempotency-key", headers.getOrDefault("topic", "")),
                new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            line.append((char) next);
        }
        return line.toString().strip();
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
