// A frame by a shortcode. The address of the host comes from outside, as on a site whose package lies on a CDN.
const host = process.env.YENLENS_HOST;

export default function (config) {
  config.addShortcode('yenlens', (title, options) => {
    const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<iframe title="${escape(title)}" src="${escape(`${host}/embed.html?${new URLSearchParams(options)}`)}" width="100%" height="400"></iframe>`;
  });
  config.addGlobalData('host', host);
  return { markdownTemplateEngine: 'njk' };
}
