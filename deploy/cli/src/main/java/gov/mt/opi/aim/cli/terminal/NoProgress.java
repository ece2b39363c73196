package gov.mt.opi.aim.cli.terminal;

/** For those who do not want to see it. */
final class NoProgress implements Progress {

    @Override
    public void sending(long sent, long total) {
        // quiet
    }

    @Override
    public void judging(long done, long total) {
        // quiet
    }

    @Override
    public void end() {
        // quiet
    }
}
