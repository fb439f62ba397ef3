package freshlegs.coach.access;

import freshlegs.coach.read.DatabaseAway;

/** Whether there is an account yet. Once there is, that is never forgotten, whatever the database says or does not say. */
public final class FirstAccount {
    private final Accounts accounts;
    private final Outage outage;
    private volatile boolean made;
    private volatile boolean asked;

    public FirstAccount(Accounts accounts, Outage outage) {
        this.accounts = accounts;
        this.outage = outage;
    }

    /** Somebody with an account was here. */
    public void wasMade() {
        made = true;
    }

    /** While the database is away, what it said last; when it never said anything, it throws. */
    public boolean isMade() {
        if (made) {
            return true;
        }
        try {
            boolean any = outage.ask(accounts::any);
            asked = true;
            made = made || any;
            return any;
        } catch (DatabaseAway away) {
            if (asked) {
                return false;
            }
            throw away;
        }
    }
}
