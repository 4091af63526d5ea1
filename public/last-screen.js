// @ts-check
/**
 * The last screen: where Keel can't start, it says so and hands out everything that is kept on the device.
 * It stands by itself, in old JavaScript, because what it reports may be that nothing newer runs.
 */
;(function () {
  var WAITS_SECONDS = 20
  var texts = {
    en: [
      'Keel can’t start here',
      'Something in this browser or in this version of Keel stands in the way. What you have logged is still on this device.',
      'Download everything',
      'Try again',
      'Nothing is kept here yet, or the browser does not give it out.',
    ],
    es: [
      'Keel no puede empezar aquí',
      'Algo de este navegador o de esta versión de Keel lo impide. Lo que has anotado sigue en este dispositivo.',
      'Descargar todo',
      'Volver a intentarlo',
      'Aquí todavía no hay nada guardado, o el navegador no lo entrega.',
    ],
    de: [
      'Keel kann hier nicht starten',
      'Etwas in diesem Browser oder an dieser Version von Keel steht im Weg. Was du eingetragen hast, ist noch auf diesem Gerät.',
      'Alles herunterladen',
      'Noch einmal versuchen',
      'Hier ist noch nichts gespeichert, oder der Browser gibt es nicht heraus.',
    ],
  }
  var language = String(navigator.language || 'en').slice(0, 2)
  var words = language === 'de' ? texts.de : language === 'es' ? texts.es : texts.en
  var shown = false

  /** @param {string} tag @param {string} text */
  function element(tag, text) {
    var made = document.createElement(tag)
    made.textContent = text
    return made
  }

  function show() {
    var app = document.getElementById('app')
    if (shown || !app || app.childElementCount > 0) return
    shown = true
    var main = document.createElement('main')
    main.className = 'page last-screen'
    var download = element('button', words[2])
    var again = element('button', words[3])
    download.className = 'button primary'
    again.className = 'button'
    var note = element('p', '')
    note.setAttribute('role', 'status')
    download.addEventListener('click', function () {
      takeOut(function (document_) {
        note.textContent = document_ === null ? words[4] : ''
        if (document_ !== null) save(document_)
      })
    })
    again.addEventListener('click', function () {
      location.reload()
    })
    var parts = [element('h1', words[0]), element('p', words[1]), download, again, note]
    for (var i = 0; i < parts.length; i++) main.appendChild(parts[i])
    app.appendChild(main)
  }

  /**
   * All records in the export's format, without films and what belongs to the device alone.
   * @param {(text: string | null) => void} done null where there is nothing
   */
  function takeOut(done) {
    /** @type {{ key: string[], value: unknown }[]} */
    var records = []
    try {
      var opening = indexedDB.open('keel')
      // A database that is made by asking for it is none of Keel's.
      opening.onupgradeneeded = function () {
        if (opening.transaction) opening.transaction.abort()
      }
      opening.onerror = function () {
        done(null)
      }
      opening.onsuccess = function () {
        try {
          var reading = opening.result.transaction('records', 'readonly').objectStore('records').openCursor()
          reading.onerror = function () {
            done(null)
          }
          reading.onsuccess = function () {
            var cursor = reading.result
            if (!cursor) {
              var whole = { format: 'keel.export/1', exportedAt: new Date().toISOString(), records: records }
              done(records.length === 0 ? null : JSON.stringify(whole))
              return
            }
            var key = /** @type {string[]} */ (cursor.key)
            if (key[0] !== 'video' && key[0] !== 'device' && key[0] !== 'month')
              records.push({ key: key, value: cursor.value })
            cursor.continue()
          }
        } catch (error) {
          done(null)
        }
      }
    } catch (error) {
      done(null)
    }
  }

  /** @param {string} text */
  function save(text) {
    var link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = 'keel-' + new Date().toISOString().slice(0, 10) + '.json'
    document.body.appendChild(link)
    link.click()
    document.body.removeChild(link)
  }

  /** @param {Event} event */
  function soon(event) {
    // A picture or a font that does not load stops nothing.
    var from = event.target
    if (from instanceof Element && from.tagName !== 'SCRIPT') return
    setTimeout(show, 0)
  }
  window.addEventListener('error', soon, true)
  window.addEventListener('unhandledrejection', soon)
  window.addEventListener('load', function () {
    setTimeout(show, 1000 * WAITS_SECONDS)
  })
})()
