package gov.mt.opi.aim.cli.terminal;

import java.util.Locale;

/** A bar that is drawn over itself and gone at the end. */
final class BarProgress implements Progress {

    private static final int BAR_MAX = 30;
    private static final int BAR_LEAST = 5;
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final String name;
    private String last = "";
    private long drawn;

    BarProgress(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    @Override
    public synchronized void sending(long sent, long total) {
        draw(sent, total, String.format(Locale.ROOT, "%,d of %,d KiB sent", sent / 1024, total / 1024));
    }

    @Override
    public synchronized void judging(long done, long total) {
        draw(done, total, String.format(Locale.ROOT, "%,d of %,d lines", done, total));
    }

    @Override
    public synchronized void end() {
        terminal.err().print(CLEAR);
        terminal.err().flush();
    }

    private void draw(long done, long total, String words) {
        long now = System.nanoTime();
        if (words.equals(last) || done < total && !last.isEmpty() && now - drawn < BAR_PAUSE_MILLIS * 1_000_000) {
            return;
        }
        last = words;
        drawn = now;
        long percent = total == 0 ? 0 : Math.min(100, done * 100 / total);
        String end = String.format(Locale.ROOT, " %3d%%  %s", percent, words);
        int bar = Math.max(BAR_LEAST, Math.min(BAR_MAX, terminal.width() - name.length() - end.length() - 6));
        int full = (int) (bar * percent / 100);
        terminal.err().print(CLEAR + name + "  [" + "=".repeat(full) + " ".repeat(bar - full) + "]" + end);
        terminal.err().flush();
    }
}
