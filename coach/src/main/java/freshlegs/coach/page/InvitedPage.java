package freshlegs.coach.page;

/** The address of an invitation for an athlete, shown this once. */
public record InvitedPage(String athlete, String link) {
    @Override
    public String toString() {
        return "InvitedPage[" + athlete + "]";
    }
}
