package freshlegs.app.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** What a command has around it: results go to {@code out}, everything else to {@code err}. */
public record Shell(PrintStream out, PrintStream err, Map<String, String> environment, Clock clock, boolean terminal) {

    void say(String sentence) {
        err.println(sentence);
    }

    /** Until somebody presses Ctrl-C or ends the process politely. */
    void awaitStop() throws InterruptedException {
        synchronized (this) {
            while (!Thread.currentThread().isInterrupted()) {
                wait();
            }
        }
    }
}
