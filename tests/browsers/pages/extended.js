// A page in the manner of the large libraries of around 2008, which extended and replaced what the browser brings: enumerable methods on
// the prototypes, a `toJSON` of arrays that wraps them in a string, an `Array.from` and a `bind` of their own, `Element` and `Event` as
// functions of the library, and a `$` that is something else. Written for the tests.
'use strict';
(() => {
  for (const name of ['each', 'include', 'invoke', 'pluck', 'clean', 'associate']) {
    Array.prototype[name] = function () { return this; };
    String.prototype[name] = function () { return this; };
    Function.prototype[name] = function () { return this; };
    Number.prototype[name] = function () { return this; };
  }
  Array.prototype.toJSON = function () { return `[${this.length} things]`; };
  String.prototype.toJSON = function () { return `'${this}'`; };
  Array.from = (list) => {
    const made = [];
    for (let i = 0; i < (list ? list.length : 0); i += 1) made.push(list[i]);
    return made;
  };
  Array.prototype.flat = function () { return this; };
  Array.prototype.find = function () { return undefined; };
  Array.prototype.includes = function () { return true; };
  String.prototype.at = function () { return ''; };
  const apply = Function.prototype.apply;
  Function.prototype.bind = function (self, ...first) {
    const bound = this;
    return function (...rest) { return apply.call(bound, self ?? null, first.concat(rest)); };
  };
  Object.keys = (value) => {
    const names = [];
    for (const name in value) if (Object.prototype.hasOwnProperty.call(value, name)) names.push(name);
    return names;
  };
  Object.entries = (value) => Object.keys(value).map((name) => [name, value[name]]);
  const kinds = { Element, HTMLElement };
  window.Element = function (tag) { return document.createElement(tag); };
  window.Element.prototype = kinds.Element.prototype;
  window.Event = function (event) { return event; };
  window.Event.prototype = UIEvent.prototype.__proto__;
  kinds.Element.prototype.show = function () { return this; };
  kinds.Element.prototype.hide = function () { return this; };
  kinds.Element.prototype.set = function (name, value) { this[name] = value; return this; };
  kinds.Element.prototype.get = function (name) { return this[name]; };
  kinds.Element.prototype.matches = function () { return false; };
  document.getElementsByClassName = () => [];
  window.$ = (id) => document.getElementById(id);
  window.$$ = () => [];
  window.name = 'a page of 2008';
})();
