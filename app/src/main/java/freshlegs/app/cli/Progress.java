package freshlegs.app.cli;

import java.time.Duration;

/** A bar on a terminal; elsewhere a line now and then. What there is to do may grow while it is done. */
final class Progress {
    private static final int WIDTH = 30;
    private static final int LINES = 10;
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Shell shell;
    private final String what;
    private int done = -1;
    private int all;
    private long tenth = -1;
    private long lastLine;

    Progress(Shell shell, String what, int all) {
        this.shell = shell;
        this.what = what;
        this.all = all;
    }

    void at(int now) {
        at(now, all);
    }

    void at(int now, int outOf) {
        if ((now == done && outOf == all) || outOf == 0) {
            return;
        }
        done = now;
        all = outOf;
        if (shell.terminal()) {
            int filled = (int) ((long) now * WIDTH / all);
            shell.err().printf("\r%s [%s%s] %d/%d", what, "#".repeat(filled), "-".repeat(WIDTH - filled), now, all);
            shell.err().flush();
        } else {
            line();
        }
    }

    void end() {
        if (shell.terminal() && done >= 0) {
            shell.err().println();
        }
    }

    private void line() {
        long reached = (long) done * LINES / all;
        if (reached > tenth || System.nanoTime() - lastLine > SILENCE.toNanos()) {
            shell.say(what + " " + done + "/" + all);
            tenth = reached;
            lastLine = System.nanoTime();
        }
    }
}
