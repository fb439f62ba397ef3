package freshlegs.app.cli;

/** A bar on a terminal; elsewhere a line now and then. */
final class Progress {
    private static final int WIDTH = 30;
    private static final int LINES = 10;

    private final Shell shell;
    private final String what;
    private final int all;
    private int done = -1;

    Progress(Shell shell, String what, int all) {
        this.shell = shell;
        this.what = what;
        this.all = all;
    }

    void at(int now) {
        if (now == done || all == 0) {
            return;
        }
        boolean nextLine = done < 0 || (long) now * LINES / all > (long) done * LINES / all;
        done = now;
        if (shell.terminal()) {
            int filled = (int) ((long) now * WIDTH / all);
            shell.err().printf("\r%s [%s%s] %d/%d", what, "#".repeat(filled), "-".repeat(WIDTH - filled), now, all);
            shell.err().flush();
        } else if (nextLine) {
            shell.say(what + " " + now + "/" + all);
        }
    }

    void end() {
        if (shell.terminal() && done >= 0) {
            shell.err().println();
        }
    }
}
