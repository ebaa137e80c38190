package org.jfpmonitor.notification.outbox;

/**
 * A picture inside a mail.
 */
public final class InlineImage {

	private final String contentId;

	private final byte[] png;

	private final String alternative;

	/**
	 * @param contentId what the HTML part calls it by, unique in the world
	 * @param png the picture as a PNG file
	 * @param alternative what it shows, in a sentence for whoever does not see it
	 */
	public InlineImage(String contentId, byte[] png, String alternative) {
		this.contentId = contentId;
		this.png = png.clone();
		this.alternative = alternative;
	}

	public String contentId() {
		return this.contentId;
	}

	public byte[] png() {
		return this.png.clone();
	}

	public String alternative() {
		return this.alternative;
	}

}
