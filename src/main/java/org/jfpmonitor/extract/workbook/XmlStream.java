package org.jfpmonitor.extract.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import org.jfpmonitor.extract.text.BoundedStream;
import org.jfpmonitor.extract.text.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * One part of a workbook, element by element. A document type is refused, so nothing is
 * expanded or fetched; text, attributes and depth are bounded.
 */
final class XmlStream implements Closeable {

	/** As much as a record of a text file may hold. */
	private static final int MOST_CHARACTERS = 1 << 20;

	private static final int MOST_ATTRIBUTES = 200;

	private static final int DEEPEST = 200;

	/** How the parser and POI say so. */
	private static final Pattern BEYOND_BOUNDS = Pattern.compile("limit \\([0-9]+\\) [Ee]xceeded|[Zz]ip bomb");

	private static final XMLInputFactory FACTORY = factory();

	private final XMLStreamReader xml;

	private final Closeable owner;

	private final String name;

	/**
	 * The part from its beginning.
	 * @param name of the workbook, for messages
	 */
	XmlStream(InputStream in, String name) {
		this(in, name, in);
	}

	/**
	 * The same out of something that is closed with it.
	 * @param owner what the part belongs to
	 */
	XmlStream(InputStream in, String name, Closeable owner) {
		this.owner = owner;
		this.name = name;
		try {
			this.xml = FACTORY.createXMLStreamReader(in);
		}
		catch (XMLStreamException | RuntimeException broken) {
			close(owner);
			throw unreadable(broken);
		}
	}

	/**
	 * A part of a packed workbook, within bounds.
	 * @param packedSize how large the workbook is
	 */
	static XmlStream of(InputStream in, long packedSize, String name, Closeable owner) {
		return new XmlStream(
				BoundedStream.of(in, packedSize, "a workbook", name, "save the sheet as CSV and send that"), name,
				owner);
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MOST_CHARACTERS);
		factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MOST_CHARACTERS);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
		return factory;
	}

	/** Goes on to the next element that starts or ends; false at the end of the part. */
	boolean advance() {
		try {
			while (this.xml.hasNext()) {
				int event = this.xml.next();
				if (event == XMLStreamConstants.DTD) {
					throw new Unreadable("Expected a workbook, found a document type inside " + this.name
							+ ", which no spreadsheet program writes. Get the file from its publisher.");
				}
				if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
					return true;
				}
			}
			return false;
		}
		catch (XMLStreamException | RuntimeException broken) {
			throw unreadable(broken);
		}
	}

	/** Whether an element starts here. */
	boolean isStart() {
		return this.xml.isStartElement();
	}

	/** The element's name, without prefix. */
	String element() {
		return this.xml.getLocalName();
	}

	/** Whether an element of the name starts here. */
	boolean starts(String element) {
		return this.xml.isStartElement() && this.xml.getLocalName().equals(element);
	}

	/** Whether an element of the name ends here. */
	boolean ends(String element) {
		return this.xml.isEndElement() && this.xml.getLocalName().equals(element);
	}

	/**
	 * An attribute of the element that starts here, whatever its prefix; null without.
	 */
	@Nullable String attribute(String attribute) {
		for (int i = 0; i < this.xml.getAttributeCount(); i++) {
			if (this.xml.getAttributeLocalName(i).equals(attribute)) {
				return this.xml.getAttributeValue(i);
			}
		}
		return null;
	}

	/** A whole number in an attribute; the other one without it. */
	int number(String attribute, int otherwise) {
		String written = attribute(attribute);
		if (written == null) {
			return otherwise;
		}
		try {
			return Integer.parseInt(written.strip());
		}
		catch (NumberFormatException broken) {
			throw unreadable(broken);
		}
	}

	/** Whether an attribute says yes. */
	boolean isTrue(String attribute) {
		String written = attribute(attribute);
		return "1".equals(written) || "true".equals(written);
	}

	/**
	 * The text inside the element that starts here, up to its end, without that of the
	 * elements named.
	 */
	String text(String... without) {
		String outer = element();
		StringBuilder text = new StringBuilder();
		int inside = 0;
		int skipped = 0;
		try {
			while (true) {
				int event = this.xml.next();
				if (event == XMLStreamConstants.START_ELEMENT) {
					inside++;
					text.append(blank());
					skipped = (skipped > 0 || List.of(without).contains(element())) ? skipped + 1 : 0;
				}
				else if (event == XMLStreamConstants.END_ELEMENT) {
					if (inside == 0 && element().equals(outer)) {
						return text.toString();
					}
					inside--;
					skipped = Math.max(0, skipped - 1);
				}
				else if (skipped == 0 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
						|| event == XMLStreamConstants.SPACE)) {
					text.append(this.xml.getTextCharacters(), this.xml.getTextStart(), this.xml.getTextLength());
					refuseTooLong(text.length());
				}
			}
		}
		catch (XMLStreamException | RuntimeException broken) {
			throw unreadable(broken);
		}
	}

	/** The blank that an {@code .ods} writes as an element; empty for other elements. */
	private String blank() {
		return switch (element()) {
			case "s", "tab" -> " ";
			case "line-break" -> "\n";
			default -> "";
		};
	}

	/** Passes over the element that starts here, with all that is in it. */
	void skip() {
		int depth = 1;
		while (depth > 0 && advance()) {
			depth += isStart() ? 1 : -1;
		}
	}

	private void refuseTooLong(int characters) {
		if (characters > MOST_CHARACTERS) {
			throw new Unreadable("Expected rows of at most " + String.format(Locale.UK, "%,d", MOST_CHARACTERS)
					+ " characters, found a longer one in " + this.name + ". Check that the file is the one meant.");
		}
	}

	private Unreadable unreadable(Exception failure) {
		return unreadable(this.name, failure);
	}

	/** What went wrong, in words; a refusal underneath counts. */
	static Unreadable unreadable(String name, Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof Unreadable known) {
				return known;
			}
			if (BEYOND_BOUNDS.matcher(String.valueOf(cause.getMessage())).find()) {
				return new Unreadable("Expected a workbook as spreadsheet programs write them, found that " + name
						+ " is packed, nested or long beyond all bounds. If it is sound, save the sheet as CSV and send"
						+ " that.", failure);
			}
		}
		return damaged(name, failure);
	}

	/** Something stands where it cannot. */
	Unreadable damaged(String found) {
		return damaged(this.name, new IllegalStateException(found));
	}

	static Unreadable damaged(String name, Throwable failure) {
		return new Unreadable("Expected a whole workbook, found " + name
				+ ", which is damaged or cut off. Get the file again, or open it in a spreadsheet program and save it.",
				failure);
	}

	@Override
	public void close() {
		try {
			this.xml.close();
		}
		catch (XMLStreamException ignored) {
			// Nothing is written, so nothing is lost.
		}
		close(this.owner);
	}

	static void close(@Nullable Closeable owner) {
		try {
			if (owner != null) {
				owner.close();
			}
		}
		catch (IOException ignored) {
			// Nothing is written, so nothing is lost.
		}
	}

}
