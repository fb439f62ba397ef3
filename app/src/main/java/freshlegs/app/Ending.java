package freshlegs.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and a polite kill interrupt the command, which closes what it opened, in order, and says with which code to end. The
 * process waits for that, but not for ever.
 */
final class Ending {
    private static final long PATIENCE_SECONDS = 60;

    private final Thread command = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int code = 1;

    private Ending() {}

    /** For the calling thread, which runs the command. */
    static Ending onSignal() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::interruptAndWait, "ending"));
        return ending;
    }

    /** Never returns. */
    void end(int withCode) {
        code = withCode;
        ended.countDown();
        System.exit(withCode);
    }

    private void interruptAndWait() {
        if (ended.getCount() > 0) {
            command.interrupt();
            awaitEnd();
        }
        Runtime.getRuntime().halt(code);
    }

    private void awaitEnd() {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("freshlegs: Something does not stop; ended by force.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
