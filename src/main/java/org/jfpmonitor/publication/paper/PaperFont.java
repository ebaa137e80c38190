package org.jfpmonitor.publication.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * The font of the paper, which it carries inside. It has the letters of Europe; for a
 * character that it does not have, such as an emoji, its name stands in brackets, so that
 * nothing of a comment is lost.
 */
final class PaperFont {

	static final String FAMILY = "Liberation Sans";

	private final CmapLookup glyphs;

	private PaperFont(CmapLookup glyphs) {
		this.glyphs = glyphs;
	}

	static PaperFont load() {
		try (TrueTypeFont font = parsed("Regular")) {
			return new PaperFont(font.getUnicodeCmapLookup());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The font of a weight, {@code Regular} or {@code Bold}, to be closed by the caller.
	 */
	static TrueTypeFont parsed(String weight) throws IOException {
		try (InputStream file = new ClassPathResource("fonts/LiberationSans-" + weight + ".ttf").getInputStream()) {
			return new TTFParser().parse(new RandomAccessReadBuffer(file));
		}
	}

	/**
	 * Lets the library that writes PDF take no font of the machine: it would look through
	 * all of them, keep a list in the home of the user, and warn of each that it misses,
	 * though none is used.
	 */
	static void takeNoOther() {
		FontMappers.set(new OnlyFont());
	}

	/** The text with the name of each character that the font does not have. */
	String drawable(String text) {
		StringBuilder drawable = new StringBuilder(text.length());
		text.codePoints().forEach((each) -> {
			if (each < 0x80 || this.glyphs.getGlyphId(each) != 0) {
				drawable.appendCodePoint(each);
			}
			else if (!isJoining(each)) {
				drawable.append('(').append(name(each)).append(')');
			}
		});
		return drawable.toString();
	}

	/** What changes the look of the character beside it, and is nothing by itself. */
	private static boolean isJoining(int character) {
		int type = Character.getType(character);
		return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
				|| Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

	private static String name(int character) {
		String name = Character.getName(character);
		return (name != null) ? name.toLowerCase(Locale.ROOT) : "unknown character";
	}

	/** Whatever font is asked for, it is the one of the paper. */
	private static final class OnlyFont implements FontMapper {

		private final TrueTypeFont font;

		private OnlyFont() {
			try {
				this.font = parsed("Regular");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
			return new FontMapping<>(this.font, false);
		}

		@Override
		public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
			return new FontMapping<>(this.font, false);
		}

		@Override
		public @Nullable CIDFontMapping getCIDFont(String name, @Nullable PDFontDescriptor descriptor,
				@Nullable PDCIDSystemInfo info) {
			return new CIDFontMapping(null, this.font, false);
		}

	}

}
